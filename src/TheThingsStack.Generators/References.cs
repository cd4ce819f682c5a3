using Microsoft.CodeAnalysis;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators;

/// <summary>A reference that the project brings.</summary>
internal sealed record ReferenceText(string Path, SpecSource Source)
{
    public ReferenceOutline Outline => new(Path, Source.Outline);
}

/// <summary>A reference without its sentences.</summary>
internal sealed record ReferenceOutline(string Path, Utf8Text Text);

/// <summary>Finds the references among the additional files: those that <c>TheThingsStackSpec</c> items became.</summary>
internal static class References
{
    private const string Marker = "build_metadata.AdditionalFiles.TheThingsStackSpec";

    public static IncrementalValueProvider<EquatableArray<ReferenceText>> Of(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static input => input.Right.GetOptions(input.Left).TryGetValue(Marker, out var value)
                && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase))
            .Select(static (input, cancellation) => new ReferenceText(input.Left.Path, SpecSource.Of(input.Left.GetText(cancellation)?.ToString() ?? "")))
            .Collect()
            .Select(static (texts, _) => texts.OrderBy(static t => t.Path, StringComparer.Ordinal).ToEquatableArray());
}
