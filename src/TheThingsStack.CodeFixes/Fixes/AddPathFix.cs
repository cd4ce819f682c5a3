using Microsoft.CodeAnalysis;
using TheThingsStack.Analyzers;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>A fix that adds a path to a mask.</summary>
public abstract class AddPathFix : MaskFix
{
    private protected AddPathFix(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Added, out var path) ? $"Add '{path}' to the mask" : null;

    private protected sealed override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Add(diagnostic.AdditionalLocations[0], diagnostic.Properties);
}
