using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Leaves the field as it is, or clears it aloud.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SilentClearFix))]
public sealed class SilentClearFix() : MaskFix(SilentClear.Descriptor)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        await base.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        foreach (var diagnostic in context.DiagnosticsOf(this))
        {
            if (diagnostic.Properties.TryGetValue(FixProperties.Properties, out var property))
                context.RegisterCodeFix(CodeAction.Create($"Clear the field on purpose: set {property} to null", cancellation => ClearAsync(context.Document, diagnostic, property!, cancellation), "Clear"), diagnostic);
        }
    }

    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(FixProperties.Remove) ? "Remove the path" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Remove(Place(diagnostic));

    private static async Task<Document> ClearAsync(Document document, Diagnostic diagnostic, string property, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var creation = root!.FindNode(diagnostic.AdditionalLocations[1].SourceSpan, getInnermostNodeForTie: true);
        return AssignmentEdits.WithNull(creation, property) is { } change ? document.WithText(text.WithChanges(change)) : document;
    }
}
