using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Gives a client the name and version of the assembly as its User-Agent, where the client is created or registered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestWithoutUserAgentFix))]
public sealed class RequestWithoutUserAgentFix() : TextFix(RequestWithoutUserAgent.Descriptor)
{
    private const string Headers = "DefaultRequestHeaders";

    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [var place] || place.SourceTree != model.SyntaxTree)
            yield break;
        var origin = model.SyntaxTree.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        var agent = AssemblyAgent.At(model, origin);
        if (agent.Header is { } value && Change(origin, value) is { } change)
            yield return new($"Set the User-Agent to '{agent.Product}' and the version of the assembly", nameof(RequestWithoutUserAgentFix), change);
    }

    private static TextChange? Change(SyntaxNode origin, string value) => origin switch
    {
        BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } variable } } =>
            new(new(statement.Span.End, 0), Lines.NewLine(statement) + Lines.Indentation(statement) + Statement(variable.Identifier.Text, value)),
        BaseObjectCreationExpressionSyntax creation => InInitializer(creation, value),
        LambdaExpressionSyntax lambda => InLambda(lambda, value),
        _ => null,
    };

    private static string Statement(string client, string value) => $"{client}.{Headers}.UserAgent.ParseAdd({value});";

    private static TextChange? InInitializer(BaseObjectCreationExpressionSyntax creation, string value)
    {
        var element = $"{Headers} = {{ {{ \"User-Agent\", {value} }} }}";
        if (creation.Initializer is not { } initializer)
            return new(new(creation.Span.End, 0), $" {{ {element} }}");
        var hasHeaders = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Any(static assignment => assignment.Left.ToString() == Headers);
        return hasHeaders || initializer.Expressions.Count == 0 ? null : new(new(initializer.Expressions[0].SpanStart, 0), element + ", ");
    }

    // client => client.BaseAddress = …, (services, client) => { … }
    private static TextChange? InLambda(LambdaExpressionSyntax lambda, string value)
    {
        var client = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [.., var last] } => last.Identifier.Text,
            _ => null,
        };
        if (client is null)
            return null;
        if (lambda.Block is not { } block)
            return new(lambda.Body.Span, $"{{ {lambda.Body}; {Statement(client, value)} }}");
        return block.Statements.Count == 0
            ? new(new(block.OpenBraceToken.Span.End, 0), " " + Statement(client, value))
            : new(new(block.Statements[0].SpanStart, 0), Statement(client, value) + Lines.NewLine(block) + Lines.Indentation(block.Statements[0]));
    }
}
