using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes the path that was probably meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownPathFix))]
public sealed class UnknownPathFix() : MaskFix(UnknownPath.Descriptor)
{
    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var path) ? $"Use '{path}'" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Replace(Place(diagnostic), diagnostic.Properties);
}
