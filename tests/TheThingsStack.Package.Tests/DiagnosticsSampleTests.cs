using System.Text.RegularExpressions;
using TheThingsStack.Package.Tests.Infrastructure;

namespace TheThingsStack.Package.Tests;

/// <summary>A copy of <c>samples/Diagnostics</c> that has the package: a build shows each rule, and <c>dotnet format</c> repairs what can be repaired.</summary>
public sealed partial class DiagnosticsSampleTests(Feed feed) : PackageTest(feed)
{
    private const string Folder = "samples/Diagnostics";

    /// <summary>What only its author can put right: a mask in the query of a write (TTS2002), where the body that it belongs into is made elsewhere.</summary>
    private static readonly string[] WithoutFix = ["TTS2002"];

    private static readonly string[] Files = [.. Directory.GetFiles(Repository.Path(Folder), "*.cs")];

    private static readonly string Settings = File.ReadAllText(Repository.Path($"{Folder}/.editorconfig"));

    private static readonly string[] Rules = [.. Rule().Matches(Settings).Select(static m => m.Value)];

    [Fact]
    public void DiagnosticsSample_FromThePackage_ShowsEachRuleOnceWhereItSaysSo()
    {
        var built = Copy("diagnostics").Dotnet("build");

        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Equal(Files.SelectMany(Marks).Order(), Warnings(built).Order());
        Assert.Equal(Rules.Select(static id => $"warning {id}"), built.Messages.Order());
    }

    [Fact]
    public void DiagnosticsSample_AfterDotnetFormat_BuildsWithoutWhatHasAFix()
    {
        var project = Copy("diagnostics-format");
        project.Dotnet("restore").Clean();

        var formatted = project.Dotnet(["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. Rules]);

        Assert.True(formatted.ExitCode == 0, formatted.ToString());
        var repaired = project.Dotnet("build", "--no-restore");
        Assert.True(repaired.ExitCode == 0, repaired.ToString());
        Assert.Equal(WithoutFix.Select(static id => $"warning {id}"), repaired.Messages);
    }

    private Workspace Copy(string name)
    {
        var services = Services().Match(File.ReadAllText(Repository.Path($"{Folder}/Diagnostics.csproj"))).Value;
        var project = Feed.Workspace(name).AddProject("Diagnostics.csproj", $"<OutputType>Library</OutputType>{services}").Add(".editorconfig", Settings);
        foreach (var file in Files)
            project.Add(Path.GetFileName(file), File.ReadAllText(file));
        return project;
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
    private static partial Regex Services();

    [GeneratedRegex(@"(?<file>\w+\.cs)\((?<line>\d+),\d+\): warning (?<id>[A-Z]+\d+):")]
    private static partial Regex Warning();
}
