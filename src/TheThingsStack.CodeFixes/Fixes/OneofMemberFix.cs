using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Sets one of two members of a oneof: either can be kept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneofMemberFix))]
public sealed class OneofMemberFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(OneofConflict.Descriptor.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.DiagnosticsOf(this).Where(static diagnostic => diagnostic.Properties.ContainsKey(FixProperties.Remove)))
        {
            foreach (var member in diagnostic.AdditionalLocations)
            {
                if (AssignmentEdits.Removable(root!, member) is not { } assignment)
                    continue;
                var name = text.ToString(member.SourceSpan);
                context.RegisterCodeFix(CodeAction.Create($"Do not set {name}", _ => Task.FromResult(Remove(context.Document, root!, text, assignment)), name), diagnostic);
            }
        }
    }

    private static Document Remove(Document document, SyntaxNode root, SourceText text, SyntaxNode assignment)
    {
        var edits = new MaskEdits(root, text);
        edits.Remove(assignment);
        return document.WithText(edits.Apply());
    }
}
