using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Cases;

/// <summary>A small reference in <c>spec/cases</c>, and beside it what is expected of it: the generated files, and the diagnostics if there are any.</summary>
internal sealed partial class Case(string name)
{
    private const string DiagnosticsFile = "diagnostics.txt";

    private static readonly string[] Kinds = ["g", "service", "message", "enum", "paths"];

    private static readonly string Folder = FindFolder();

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public string Reference => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    private string ExpectedFolder => Path.Combine(Folder, name);

    /// <summary>The generated files, in the order in which the generator emits them.</summary>
    public IEnumerable<(string HintName, string Text)> Sources => Directory.GetFiles(ExpectedFolder, "*.g.cs")
        .Select(static file => (HintName: Path.GetFileName(file), Text: File.ReadAllText(file).ReplaceLineEndings("\n")))
        .OrderBy(static source => Array.IndexOf(Kinds, source.HintName.Split('.')[1]))
        .ThenBy(static source => source.HintName.Split('.')[0], StringComparer.Ordinal);

    /// <summary>Severity, id, place and message of each diagnostic, as a compiler prints it.</summary>
    public IEnumerable<(DiagnosticSeverity Severity, string Id, int Line, int Column, string Message)> Diagnostics
    {
        get
        {
            var file = Path.Combine(ExpectedFolder, DiagnosticsFile);
            foreach (var line in File.Exists(file) ? File.ReadAllLines(file) : [])
            {
                var match = DiagnosticLine().Match(line);
                Assert.True(match.Success, $"{file}: {line}");
                yield return (
                    Enum.Parse<DiagnosticSeverity>(match.Groups["severity"].Value, ignoreCase: true), match.Groups["id"].Value,
                    Number(match.Groups["line"]), Number(match.Groups["column"]), match.Groups["message"].Value);
            }
        }
    }

    /// <summary>Writes down what is generated now.</summary>
    public void Update()
    {
        var run = GeneratorRun.Of(Reference);
        if (Directory.Exists(ExpectedFolder))
            Directory.Delete(ExpectedFolder, recursive: true);
        Directory.CreateDirectory(ExpectedFolder);
        foreach (var source in run.Sources)
            File.WriteAllText(Path.Combine(ExpectedFolder, source.HintName), source.SourceText.ToString());
        if (run.Diagnostics.Length > 0)
            File.WriteAllLines(Path.Combine(ExpectedFolder, DiagnosticsFile), run.Diagnostics.Select(Text));
    }

    private static string Text(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"({start.Line + 1},{start.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "spec", "cases");
            if (Directory.Exists(cases))
                return cases;
        }

        throw new DirectoryNotFoundException("spec/cases is not above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex(@"^\((?<line>\d+),(?<column>\d+)\): (?<severity>\w+) (?<id>TTS\d{4}): (?<message>.*)$")]
    private static partial Regex DiagnosticLine();
}
