using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Refactorings;

/// <summary>What the fix of a rule does, where the rule is switched off or has nothing to say.</summary>
public abstract class TextRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var calls = CallsAt(root!.FindNode(context.Span, getInnermostNodeForTie: true)).Where(IsCandidate).ToList();
        if (calls.Count == 0 || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var options = context.Document.Project.AnalyzerOptions;
        if (calls.Select(call => Offer(call, model, options)).FirstOrDefault(static edit => edit is not null) is { } edit)
            context.RegisterRefactoring(edit.In(context.Document));
    }

    /// <summary>Whether a look at the syntax leaves it possible that something is offered.</summary>
    private protected abstract bool IsCandidate(InvocationExpressionSyntax call);

    /// <summary>What is offered at a call; null for nothing.</summary>
    private protected abstract Edit? Offer(InvocationExpressionSyntax call, SemanticModel model, Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions options);

    /// <summary>The calls around a place within one statement, the innermost first.</summary>
    private static IEnumerable<InvocationExpressionSyntax> CallsAt(SyntaxNode node) =>
        node.AncestorsAndSelf().TakeWhile(static n => n is not StatementSyntax and not MemberDeclarationSyntax)
            .Select(static n => n is AwaitExpressionSyntax { Expression: var awaited } ? awaited : n).OfType<InvocationExpressionSyntax>().Distinct();
}
