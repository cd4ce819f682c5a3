using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

public sealed class PublishTests(Feed feed) : PackageTest(feed)
{
    [Fact]
    public async Task NativeAotSample_PublishedFromThePackage_RunsWithoutAWarning()
    {
        var sample = Feed.Sample("NativeAot");

        sample.Publish().Clean();

        var (result, requests) = await WithEmulatorAsync(args => sample.RunPublished(args));
        Assert.StartsWith("dev1: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("events.stream.start at ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("POST /api/v3/events by ", requests[^1], StringComparison.Ordinal);
    }

    /// <summary>The whole client, none of it trimmed unseen: everything is a root, so that everything is analyzed.</summary>
    [Fact]
    public async Task TrimmedProgram_OnNet8WithTheWholeClient_RunsWithoutAWarning()
    {
        var project = Feed.Workspace("trimmed")
            .AddProject(
                "App.csproj",
                "<TargetFramework>net8.0</TargetFramework><RollForward></RollForward><PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TrimmerSingleWarn>false</TrimmerSingleWarn>",
                """<TrimmerRootAssembly Include="App" /><TrimmerRootAssembly Include="TheThingsStack" />""")
            .Add("Program.cs", Programs.ReadDevice);

        project.Dotnet("publish", "--use-current-runtime", "-o", "out").Clean();

        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v8.0 on 8", args => project.Run(project.Path("out/App"), args));
    }
}
