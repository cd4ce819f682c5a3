using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Names the wrapper instead of the value within it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrapperValueFix))]
public sealed class WrapperValueFix() : MaskFix(WrapperValue.Descriptor)
{
    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var wrapper) ? $"Use '{wrapper}'" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Replace(Place(diagnostic), diagnostic.Properties);
}
