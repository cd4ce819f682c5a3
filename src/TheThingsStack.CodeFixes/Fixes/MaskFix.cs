using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>A fix that changes paths of masks, one or all of a document at once.</summary>
public abstract class MaskFix : CodeFixProvider
{
    private protected MaskFix(DiagnosticDescriptor rule) => FixableDiagnosticIds = ImmutableArray.Create(rule.Id);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => context.CodeActionEquivalenceKey is null || context.CodeActionEquivalenceKey == GetType().Name
            ? await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false)
            : null);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.DiagnosticsOf(this))
        {
            if (Title(diagnostic) is { } title)
                context.RegisterCodeFix(CodeAction.Create(title, cancellation => ApplyAsync(context.Document, ImmutableArray.Create(diagnostic), cancellation), GetType().Name), diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>What the fix does; null where it can do nothing.</summary>
    private protected abstract string? Title(Diagnostic diagnostic);

    /// <summary>Says what is to be changed.</summary>
    private protected abstract void Edit(MaskEdits edits, Diagnostic diagnostic);

    /// <summary>The place that a fix works on.</summary>
    private protected static Location Place(Diagnostic diagnostic) => diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var edits = new MaskEdits(root!, text);
        foreach (var diagnostic in diagnostics.Where(diagnostic => Title(diagnostic) is not null))
            Edit(edits, diagnostic);
        return document.WithText(edits.Apply());
    }
}
