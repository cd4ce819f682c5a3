using System.Runtime.InteropServices;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

public sealed class OlderCompilerTests(Feed feed) : PackageTest(feed)
{
    private const string Program = """
        using System;
        using TheThingsStack;
        using TheThingsStack.V3;

        using var stack = new TheThingsStackClient(new TheThingsStackOptions { Address = args[0], ApiKey = args[1], UserAgent = new("package-tests", "1.0.0") });
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Locations, d.Name]);
        Console.WriteLine(device.Name);
        """;

    [Theory]
    [InlineData("4.8", "net8.0")]
    [InlineData("4.14", "net9.0")]
    public void OlderCompiler_OnTheRuntimeOfItsTime_GeneratesAndAnalyzes(string compiler, string framework)
    {
        var host = Feed.Workspace($"compiler-{compiler}").Add("User.txt", Program);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "OlderCompiler")))
            host.Add(Path.GetFileName(file), File.ReadAllText(file));

        var build = host.Dotnet(
            "build", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "out",
            $"-p:HostFramework={framework}", $"-p:RoslynVersion={compiler}.0", $"-p:TestedVersion={Feed.Version}");
        Assert.True(build.ExitCode == 0, build.ToString());
        var run = host.Run(host.Path("out/OlderCompiler"), Path.Combine(Feed.Unpacked("TheThingsStack.Generators"), "analyzers/dotnet/cs"), host.Path("User.txt"));

        Assert.Equal(
            $"""
            compiler {compiler} on .NET {framework[3]}
            1 generator, analyzers
            Warning TTS2205: 'name' adds nothing: the mask has it already
            a client, an assembly

            """,
            run.Output);
    }
}
