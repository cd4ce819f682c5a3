using System.Text.RegularExpressions;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

/// <summary>What the READMEs show is pasted into a new console project, as it stands.</summary>
public sealed partial class ReadmeTests(Feed feed) : PackageTest(feed)
{
    private const string Packages = """<PackageReference Include="TheThingsStack.Emulator" Version="VERSION" />""";

    [Fact]
    public void Readme_FirstLines_Compile()
    {
        var project = Feed.Workspace("readme").AddProject("App.csproj").Add("Program.cs", Code("README.md", "new TheThingsStackClient("));

        project.Dotnet("build").Clean();
    }

    [Fact]
    public void Readme_EmulatorInThreeLines_AnswersTheClient()
    {
        var project = Feed.Workspace("readme-emulator").AddProject("App.csproj", Programs.OneService, Packages).Add("Program.cs", $$"""
            {{Code("README.md", "TheThingsStackEmulator.StartAsync")}}
            Console.WriteLine((await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name])).Ids!.DeviceId);
            """);

        Assert.Equal("dev1", project.Dotnet("run").Clean().Output.Trim());
    }

    [Fact]
    public void EmulatorReadme_WithHttpClient_IsAnswered()
    {
        var project = Feed.Workspace("emulator-readme").AddProject("App.csproj", "<TheThingsStackGenerateClient>false</TheThingsStackGenerateClient>", Packages).Add("Program.cs", $$"""
            {{Code("src/TheThingsStack.Emulator/README.md", "TheThingsStackEmulator.StartAsync")}}
            http.DefaultRequestHeaders.UserAgent.Add(new("readme-tests", "1.0.0"));
            Console.WriteLine(await http.GetStringAsync("api/v3/applications/app1/devices/dev1?field_mask=name"));
            """);

        Assert.Contains("\"device_id\":\"dev1\"", project.Dotnet("run").Clean().Output, StringComparison.Ordinal);
    }

    /// <summary>The first block of code that has a text.</summary>
    private static string Code(string readme, string text) =>
        Block().Matches(File.ReadAllText(Repository.Path(readme))).Select(static m => m.Groups[1].Value).First(code => code.Contains(text, StringComparison.Ordinal));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
