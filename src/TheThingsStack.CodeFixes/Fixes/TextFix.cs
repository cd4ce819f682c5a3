using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>A fix that changes the text around a diagnostic, and leaves the rest as it is formatted.</summary>
public abstract class TextFix : CodeFixProvider
{
    private protected TextFix(DiagnosticDescriptor rule) => FixableDiagnosticIds = ImmutableArray.Create(rule.Id);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new BatchFixAll(GetType().Name);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.DiagnosticsOf(this))
        {
            foreach (var edit in Edits(model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic))
                context.RegisterCodeFix(edit.In(context.Document), diagnostic);
        }
    }

    /// <summary>What can be done, first under the name of the class; nothing where that is not certain to be right.</summary>
    /// <param name="model">The document.</param>
    /// <param name="node">The innermost node at the diagnostic.</param>
    /// <param name="diagnostic">What is to be fixed.</param>
    internal abstract IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic);
}
