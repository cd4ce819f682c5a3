using System.Text;
using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary>The tables of the README are made from the descriptors. <c>UPDATE_SNAPSHOTS=1</c> rewrites them.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = Repository.File("README.md");

    [Fact]
    public void Tables_OfTheReadme_AreThoseOfTheDescriptors()
    {
        var text = File.ReadAllText(Readme);
        var made = Replace(Replace(text, "rules", Rules()), "reference diagnostics", Generator());
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Readme, text = made);
        Assert.Equal(made, text);
    }

    private static string Rules()
    {
        var table = new StringBuilder("| id | severity | about | fix |\n|---|---|---|---|\n");
        foreach (var rule in RuleCatalog.Rules)
            table.Append(FormattableString.Invariant($"| [{rule.Id}]({RuleCatalog.Folder}/docs/{rule.Name}.md) | {Severity(rule.Descriptor)} | {rule.Descriptor.Title} | {(RuleCatalog.HasFix(rule) ? "yes" : "")} |\n"));
        return table.ToString();
    }

    private static string Generator()
    {
        var table = new StringBuilder("| id | severity | about |\n|---|---|---|\n");
        foreach (var descriptor in RuleCatalog.Generator)
            table.Append(FormattableString.Invariant($"| [{descriptor.Id}](src/TheThingsStack.Generators/docs/Reference.md#{descriptor.Id.ToLowerInvariant()}) | {Severity(descriptor)} | {descriptor.Title} |\n"));
        return table.ToString();
    }

    private static string Severity(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Replace(string text, string name, string table)
    {
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(start >= begin.Length && stop >= start, $"README.md has no markers of {name}");
        return text[..start] + table + text[stop..];
    }
}
