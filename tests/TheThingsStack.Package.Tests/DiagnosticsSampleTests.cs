using System.Text.RegularExpressions;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

/// <summary>A copy of <c>samples/Diagnostics</c> that has the package: a build shows each rule, and <c>dotnet format</c> repairs it.</summary>
public sealed partial class DiagnosticsSampleTests(Feed feed) : PackageTest(feed)
{
    private const string Folder = "samples/Diagnostics";

    private static readonly string[] Files = [.. Directory.GetFiles(Repository.Path(Folder), "*.cs")];

    private static readonly string[] Rules = [.. Rule().Matches(File.ReadAllText(Repository.Path($"{Folder}/.editorconfig"))).Select(static m => m.Value)];

    private static readonly string Services = ServiceList().Match(File.ReadAllText(Repository.Path($"{Folder}/Diagnostics.csproj"))).Value;

    [Fact]
    public void DiagnosticsSample_FromThePackage_ShowsEachRuleOnceWhereItSaysSo()
    {
        var project = Feed.Workspace("diagnostics").AddProject("Diagnostics.csproj", $"<OutputType>Library</OutputType>{Services}");

        var built = AddSample(project, "").Dotnet("build");

        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Equal(Files.SelectMany(Marks).Order(), Warnings(built).Order());
        Assert.Equal(Rules.Select(static id => $"warning {id}"), built.Messages.Order());
    }

    /// <summary>The client is in a library, so that it is not analyzed again with each rule that is repaired.</summary>
    [Fact]
    public void DiagnosticsSample_AfterDotnetFormat_BuildsWithoutAWarning()
    {
        var projects = Feed.Workspace("diagnostics-format")
            .AddProject("Client/Client.csproj", $"<OutputType>Library</OutputType>{Services}")
            .Add("Diagnostics/Diagnostics.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
                  <ItemGroup><ProjectReference Include="../Client/Client.csproj" /></ItemGroup>
                </Project>
                """);
        AddSample(projects, "Diagnostics/").Dotnet("restore", "Diagnostics").Clean();

        var formatted = projects.Dotnet(["format", "analyzers", "Diagnostics", "--no-restore", "--severity", "info", "--diagnostics", .. Rules]);

        Assert.True(formatted.ExitCode == 0, formatted.ToString());
        var repaired = projects.Dotnet("build", "Diagnostics", "--no-restore");
        Assert.True(repaired.ExitCode == 0, repaired.ToString());
        Assert.Empty(repaired.Messages);
    }

    private static Workspace AddSample(Workspace workspace, string folder)
    {
        foreach (var file in Files.Append(Repository.Path($"{Folder}/.editorconfig")))
            workspace.Add(folder + Path.GetFileName(file), File.ReadAllText(file));
        return workspace;
    }

    private static IEnumerable<string> Marks(string file) =>
        File.ReadAllLines(file).Index().SelectMany(line => Mark().Matches(line.Item).Select(mark => $"{Path.GetFileName(file)}({line.Index + 1}): {mark.Groups["id"].Value}"));

    /// <summary>Every warning of a build, which prints each of them twice.</summary>
    private static IEnumerable<string> Warnings(CommandResult build) =>
        Warning().Matches(build.Output).DistinctBy(static m => m.Value).Select(static m => m.Result("${file}(${line}): ${id}"));

    [GeneratedRegex("// (?<id>TTS[0-9]{4})$")]
    private static partial Regex Mark();

    [GeneratedRegex("(?<=dotnet_diagnostic[.])TTS[0-9]{4}")]
    private static partial Regex Rule();

    [GeneratedRegex("<TheThingsStackServices>.*</TheThingsStackServices>")]
    private static partial Regex ServiceList();

    [GeneratedRegex(@"(?<file>\w+\.cs)\((?<line>\d+),\d+\): warning (?<id>[A-Z]+\d+):")]
    private static partial Regex Warning();
}
