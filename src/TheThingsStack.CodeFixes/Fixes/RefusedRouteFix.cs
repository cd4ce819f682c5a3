using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Sends a request that is written by hand to the server that takes its mask.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefusedRouteFix))]
public sealed class RefusedRouteFix() : TextFix(RefusedPath.Descriptor)
{
    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(FixProperties.Route, out var route) && diagnostic.AdditionalLocations is [_, var place])
            yield return new($"Ask the {diagnostic.Properties[FixProperties.Server]}", nameof(RefusedRouteFix), new TextChange(place.SourceSpan, route!));
    }
}
