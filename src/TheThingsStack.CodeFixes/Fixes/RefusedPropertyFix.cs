using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Does not set what the RPC does not store.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefusedPropertyFix))]
public sealed class RefusedPropertyFix() : MaskFix(RefusedProperty.Descriptor)
{
    private protected override string? Title(Diagnostic diagnostic) =>
        AssignmentEdits.Removable(diagnostic.Location.SourceTree!.GetRoot(), diagnostic.Location) is null ? null : "Do not set the property";

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) =>
        edits.Remove(AssignmentEdits.Removable(diagnostic.Location.SourceTree!.GetRoot(), diagnostic.Location)!);
}
