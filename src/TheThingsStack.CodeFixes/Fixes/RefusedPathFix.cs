using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Removes the path, or makes the call to the server that takes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefusedPathFix))]
public sealed class RefusedPathFix() : MaskFix(RefusedPath.Descriptor)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        await base.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        foreach (var diagnostic in context.DiagnosticsOf(this))
        {
            if (diagnostic.Properties.TryGetValue(FixProperties.Method, out var method)
                && await ReplacementAsync(context.Document, diagnostic, method!, context.CancellationToken).ConfigureAwait(false) is var (before, after))
                context.RegisterCodeFix(CodeAction.Create($"Call {method}", cancellation => ReplaceAsync(context.Document, before, after, cancellation), "Call"), diagnostic);
        }
    }

    private protected override string? Title(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(FixProperties.Remove) ? "Remove the path" : null;

    private protected override void Edit(MaskEdits edits, Diagnostic diagnostic) => edits.Remove(Place(diagnostic));

    /// <summary>The method that is called, and the one to call instead, if it takes the same arguments.</summary>
    private static async Task<(ExpressionSyntax Before, ExpressionSyntax After)?> ReplacementAsync(Document document, Diagnostic diagnostic, string method, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var call = root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(static invocation => invocation.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax });
        if (call?.Expression is not MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var client } } before)
            return null;
        var after = SyntaxFactory.ParseExpression($"{client}.{method}").WithTriviaFrom(before);
        var found = model!.GetSpeculativeSymbolInfo(call.SpanStart, call.WithExpression(after), SpeculativeBindingOption.BindAsExpression).Symbol;
        return found is IMethodSymbol ? (before, after) : null;
    }

    private static async Task<Document> ReplaceAsync(Document document, SyntaxNode before, SyntaxNode after, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return document.WithSyntaxRoot(root!.ReplaceNode(before, after));
    }
}
