using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes a mask in the form that the server reads, or removes one that it ignores.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedMaskFix))]
public sealed class MisplacedMaskFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(MisplacedMask.Descriptor.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(MisplacedMask.Text, out var text) && Escape(text!, root!.FindToken(diagnostic.Location.SourceSpan.Start)) is { } written)
                context.RegisterCodeFix(CodeAction.Create($"Write {text}", cancellation => ReplaceAsync(context.Document, diagnostic.Location.SourceSpan, written, cancellation), nameof(MisplacedMaskFix)), diagnostic);
            else if (diagnostic.AdditionalLocations.Count > 0)
                context.RegisterCodeFix(CodeAction.Create("Remove the mask", cancellation => RemoveAsync(context.Document, diagnostic.AdditionalLocations[0], cancellation), "Remove"), diagnostic);
        }
    }

    /// <summary>A text as it is written in a literal; null where braces would open a hole.</summary>
    private static string? Escape(string text, SyntaxToken literal) => literal.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => literal.Text[0] == '@' ? text.Replace("\"", "\"\"") : text.Replace("\"", "\\\""),
        SyntaxKind.InterpolatedStringTextToken => text.IndexOfAny(['{', '"']) < 0 ? text : null,
        _ => text,
    };

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string written, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(span, written)));
    }

    private static async Task<Document> RemoveAsync(Document document, Location member, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var edits = new MaskEdits(root!, await document.GetTextAsync(cancellation).ConfigureAwait(false));
        edits.Remove(member);
        return document.WithText(edits.Apply());
    }
}
