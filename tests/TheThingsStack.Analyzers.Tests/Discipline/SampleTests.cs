using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers.Tests.Infrastructure;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary><c>samples/Diagnostics</c> shows each rule once, as a warning, where a comment says so.</summary>
public sealed partial class SampleTests
{
    private static readonly string Folder = Repository.File("samples/Diagnostics");

    [Fact]
    public async Task Sample_ShowsEachRuleOnceWhereItSaysSo()
    {
        string[] files = [.. Directory.GetFiles(Folder, "*.cs").Order(StringComparer.Ordinal)];
        var compilation = UserProject.Compile(files.Select(File.ReadAllText));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));

        // The usings are the first tree.
        var found = (await UserProject.Analyze(compilation)).Select(d => $"{d.Id} {Path.GetFileName(files[compilation.SyntaxTrees.IndexOf(d.Location.SourceTree!) - 1])}:{d.Location.GetLineSpan().StartLinePosition.Line + 1}");

        Assert.Equal(files.SelectMany(Marks).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(RuleCatalog.Rules.Select(static rule => rule.Id), files.SelectMany(Marks).Select(static mark => mark.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sample_MakesEachRuleAWarning() =>
        Assert.Equal(
            RuleCatalog.Rules.Select(static rule => $"dotnet_diagnostic.{rule.Id}.severity = warning"),
            File.ReadAllLines(Path.Combine(Folder, ".editorconfig")).Where(static line => line.StartsWith("dotnet_diagnostic.TTS", StringComparison.Ordinal)));

    private static IEnumerable<string> Marks(string file) =>
        File.ReadAllLines(file).Index().SelectMany(line => Mark().Matches(line.Item).Select(mark => $"{mark.Groups["id"].Value} {Path.GetFileName(file)}:{line.Index + 1}"));

    [GeneratedRegex("// (?<id>TTS[0-9]{4})$")]
    private static partial Regex Mark();
}
