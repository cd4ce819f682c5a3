using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Asks for the oneof instead of two of its members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneofConflictFix))]
public sealed class OneofConflictFix() : MaskFix(OneofConflict.Descriptor)
{
    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var oneof) ? $"Ask for '{oneof}', whichever member is set" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic)
    {
        // The first of the two takes the place of both.
        edits.Replace(diagnostic.AdditionalLocations[1], diagnostic.Properties);
        edits.Remove(diagnostic.AdditionalLocations[0]);
    }
}
