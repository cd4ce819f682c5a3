using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Asks for the member of the oneof instead of something below it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathBelowOneofMemberFix))]
public sealed class PathBelowOneofMemberFix() : MaskFix(PathBelowOneofMember.Descriptor)
{
    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(FixProperties.Replacement, out var member) ? $"Ask for '{member}'" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Replace(Place(diagnostic), diagnostic.Properties);
}
