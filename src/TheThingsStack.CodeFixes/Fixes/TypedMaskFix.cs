using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TheThingsStack.Analyzers;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes a mask in a text with the paths of its message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypedMaskFix))]
public sealed class TypedMaskFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(TypedMask.Descriptor.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new BatchFixAll(nameof(TypedMaskFix));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.DiagnosticsOf(this))
        {
            // FieldMask<EndDevice>.Parse("…"): the type is written again with its paths.
            if (root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var mask } } parse
                && mask.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault() is { } generic)
                context.RegisterCodeFix(CodeAction.Create("Write the mask with typed paths", cancellation => ReplaceAsync(context.Document, parse, generic, diagnostic, cancellation), nameof(TypedMaskFix)), diagnostic);
        }
    }

    private static async Task<Document> ReplaceAsync(Document document, InvocationExpressionSyntax parse, GenericNameSyntax mask, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var message = mask.TypeArgumentList.Arguments[0].ToString();
        var names = diagnostic.Properties[FixProperties.Properties]!;
        var paths = string.Join(", ", names.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(name => $"{message}.Paths.{name}"));
        var type = ((MemberAccessExpressionSyntax)parse.Expression).Expression.ToString();
        var written = paths.Length == 0 ? $"{type}.Empty"
            : HasTarget(parse) ? $"[{paths}]"
            : $"{type.Substring(0, type.Length - mask.TypeArgumentList.ToString().Length)}.Of<{message}>({paths})";
        return document.WithSyntaxRoot(root!.ReplaceNode(parse, SyntaxFactory.ParseExpression(written).WithTriviaFrom(parse)));
    }

    /// <summary>Whether the place says that it takes a mask, so that the list alone will do.</summary>
    private static bool HasTarget(InvocationExpressionSyntax parse) => parse.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: var isVar } } } => !isVar,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: var name } } } } => name.EndsWith("Async", StringComparison.Ordinal),
        _ => false,
    };
}
