using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

public sealed class ConsoleTests(Feed feed) : PackageTest(feed)
{
    [Fact]
    public async Task Console_Net10WithWarningsAsErrors_CallsTheServerWithTheWholeClient()
    {
        var project = Feed.Workspace("console-net10")
            .AddProject("App.csproj", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest-recommended</AnalysisLevel>")
            .Add("Program.cs", Programs.ReadDevice);

        project.Dotnet("build").Clean();

        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v10.0 on 10", args => project.Dotnet(["bin/Debug/net10.0/App.dll", .. args]));
    }

    [Fact]
    public async Task Console_OfTwoFrameworks_RunsOnEach()
    {
        var project = Feed.Workspace("console-both")
            .AddProject("App.csproj", $"<TargetFramework></TargetFramework><TargetFrameworks>net8.0;net10.0</TargetFrameworks>{Programs.OneService}")
            .Add("Program.cs", Programs.ReadDevice);

        project.Dotnet("build").Clean();

        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v8.0 on 10", args => project.Dotnet(["bin/Debug/net8.0/App.dll", .. args]));
        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v10.0 on 10", args => project.Dotnet(["bin/Debug/net10.0/App.dll", .. args]));
    }

    [Fact]
    public async Task FileBasedApp_WithThePackage_RunsWithoutAProject()
    {
        var app = Feed.Workspace("file-based").Add("app.cs", $"""
            #:package TheThingsStack.Generators@VERSION
            #:property TheThingsStackServices=EndDeviceRegistry
            {Programs.ReadDevice}
            """);

        await AssertReadsDeviceAsync("dev1 read by .NETCoreApp,Version=v10.0 on 10", args => app.Dotnet(["run", "app.cs", "--", .. args]));
    }
}
