using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Analyzers.Tests.Discipline;

/// <summary>A line of the files that track which rules were released.</summary>
internal sealed record Released(string Id, string Category, string Severity)
{
    public static Released Of(DiagnosticDescriptor descriptor) => new(descriptor.Id, descriptor.Category, descriptor.DefaultSeverity.ToString());

    /// <summary>What both files of a project list, by id.</summary>
    public static IEnumerable<Released> Read(string project) =>
        new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(file => File.ReadAllLines(Repository.File($"{project}/{file}")))
            .Where(static line => line.StartsWith("TTS", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => new Released(cells[0], cells[1], cells[2]))
            .OrderBy(static released => released.Id, StringComparer.Ordinal);
}
