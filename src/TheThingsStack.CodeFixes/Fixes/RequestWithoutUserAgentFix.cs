using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Gives a client the name and version of the assembly as its User-Agent, where the client is created or registered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestWithoutUserAgentFix))]
public sealed class RequestWithoutUserAgentFix : CodeFixProvider
{
    private const string Header = "DefaultRequestHeaders";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RequestWithoutUserAgent.Descriptor.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.AdditionalLocations is [{ } place] && place.SourceTree == diagnostic.Location.SourceTree
                && Change(root!.FindNode(place.SourceSpan, getInnermostNodeForTie: true)) is { } change)
                context.RegisterCodeFix(CodeAction.Create("Set the User-Agent from the assembly", cancellation => ApplyAsync(context.Document, change, cancellation), nameof(RequestWithoutUserAgentFix)), diagnostic);
        }
    }

    private static TextChange? Change(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable } } creation
            when statement.Parent is BlockSyntax or GlobalStatementSyntax => AfterStatement(statement, variable.Identifier.Text, creation),
        BaseObjectCreationExpressionSyntax creation => InInitializer(creation),
        LambdaExpressionSyntax lambda => InLambda(lambda),
        _ => null,
    };

    private static TextChange AfterStatement(StatementSyntax statement, string variable, SyntaxNode creation) =>
        new(new TextSpan(statement.Span.End, 0), $"{LineEnd(statement)}{Indentation(statement)}{variable}.{Header}.UserAgent.ParseAdd({Value(creation)});");

    private static TextChange? InInitializer(BaseObjectCreationExpressionSyntax creation)
    {
        var element = $"{Header} = {{ {{ \"User-Agent\", {Value(creation)} }} }}";
        if (creation.Initializer is not { } initializer)
            return new(new TextSpan(creation.Span.End, 0), $" {{ {element} }}");
        var isSetAlready = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Any(static assignment => assignment.Left.ToString() == Header);
        return isSetAlready || initializer.Expressions.Count == 0 ? null : new(new TextSpan(initializer.Expressions[0].SpanStart, 0), element + ", ");
    }

    // client => client.BaseAddress = …, client => { … }
    private static TextChange? InLambda(LambdaExpressionSyntax lambda)
    {
        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: > 0 } parameters } => parameters[parameters.Count - 1].Identifier.Text,
            _ => null,
        };
        if (parameter is null)
            return null;
        var set = $"{parameter}.{Header}.UserAgent.ParseAdd({Value(lambda)});";
        if (lambda.Block is not { } block)
            return new(lambda.Body.Span, $"{{ {lambda.Body}; {set} }}");
        return block.Statements.Count == 0
            ? new(new TextSpan(block.OpenBraceToken.Span.End, 0), " " + set)
            : new(new TextSpan(block.Statements.Last().Span.End, 0), LineEnd(block) + Indentation(block.Statements.Last()) + set);
    }

    private static string Value(SyntaxNode place)
    {
        var type = place.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var name = type is null ? "Program" : type.Identifier.Text + (type.TypeParameterList is { } parameters ? $"<{new string(',', parameters.Parameters.Count - 1)}>" : "");
        return $"$\"{{typeof({name}).Assembly.GetName().Name}}/{{typeof({name}).Assembly.GetName().Version}}\"";
    }

    private static string LineEnd(SyntaxNode node) =>
        node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";

    private static string Indentation(SyntaxNode statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
