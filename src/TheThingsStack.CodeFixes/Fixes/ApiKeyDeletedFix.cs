using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Leaves the rights of the key as they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApiKeyDeletedFix))]
public sealed class ApiKeyDeletedFix() : MaskFix(ApiKeyDeleted.Descriptor)
{
    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(FixProperties.Remove) ? "Remove the path" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Remove(Place(diagnostic));
}
