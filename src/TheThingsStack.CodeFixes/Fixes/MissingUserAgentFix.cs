using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Rules;
using TheThingsStack.CodeFixes.Editing;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Sets <c>UserAgent</c> to name and version of the assembly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingUserAgentFix))]
public sealed class MissingUserAgentFix() : TextFix(MissingUserAgent.Descriptor)
{
    internal override IEnumerable<Edit> Edits(SemanticModel model, SyntaxNode node, Diagnostic diagnostic)
    {
        var agent = AssemblyAgent.At(model, node);
        if (agent.Creation is not { } creation || Changes(node, diagnostic, creation) is not { } changes)
            yield break;
        yield return new($"Set UserAgent to '{agent.Product}' and the version of the assembly", nameof(MissingUserAgentFix), changes);
    }

    private static TextChange[]? Changes(SyntaxNode node, Diagnostic diagnostic, string agent)
    {
        if (diagnostic.AdditionalLocations is [var wrong, ..])
            return [new(Whole(node.SyntaxTree.GetRoot().FindNode(wrong.SourceSpan, getInnermostNodeForTie: true)).Span, agent)];
        return node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is { } creation && creation.SpanStart == diagnostic.Location.SourceSpan.Start
            ? InCreation(creation, "UserAgent = " + agent)
            : node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: [.., { Expression: AnonymousFunctionExpressionSyntax lambda }] }
                ? InLambda(lambda, agent)
                : null;
    }

    /// <summary>The null, and what is only written around it: <c>null!</c>, <c>(UserAgent)null</c>.</summary>
    private static SyntaxNode Whole(SyntaxNode value)
    {
        while (value.Parent is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax)
            value = value.Parent;
        return value;
    }

    private static TextChange[] InCreation(BaseObjectCreationExpressionSyntax creation, string property)
    {
        if (creation.Initializer is not { } initializer)
        {
            var replaced = creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } ? creation.ArgumentList!.Span : new(creation.Span.End, 0);
            return [new(replaced, $" {{ {property} }}")];
        }
        var list = initializer.Expressions;
        if (list.Count == 0)
            return [new(TextSpan.FromBounds(initializer.OpenBraceToken.Span.End, initializer.CloseBraceToken.SpanStart), $" {property} ")];
        var hasComma = list.SeparatorCount == list.Count;
        var last = hasComma ? list.GetSeparator(list.Count - 1) : list.Last().GetLastToken();
        if (LineStart(list.Last()) is not { } indentation)
            return [new(new(last.Span.End, 0), hasComma ? $" {property}" : $", {property}")];
        var added = new TextChange(new(EndOfLine(last), 0), $"{NewLine(last)}{indentation}{property}{(hasComma ? "," : "")}");
        return hasComma ? [added] : [new(new(last.Span.End, 0), ","), added];
    }

    private static TextChange[]? InLambda(AnonymousFunctionExpressionSyntax lambda, string agent)
    {
        if (Parameter(lambda) is not { } parameter)
            return null;
        var statement = $"{parameter}.UserAgent = {agent};";
        if (lambda.Body is not BlockSyntax block)
            return [new(new(lambda.Body.SpanStart, 0), "{ "), new(new(lambda.Body.Span.End, 0), $"; {statement} }}")];
        if (block.Statements.Count == 0)
            return [new(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart), $" {statement} ")];
        // First where the rest may be left early, else last.
        if (block.DescendantNodes().OfType<ReturnStatementSyntax>().Any())
        {
            var first = block.Statements[0];
            return [new(new(first.SpanStart, 0), statement + (LineStart(first) is { } before ? NewLine(block.OpenBraceToken) + before : " "))];
        }
        var last = block.Statements.Last();
        return [new(new(EndOfLine(last.GetLastToken()), 0), LineStart(last) is { } indentation ? NewLine(block.OpenBraceToken) + indentation + statement : " " + statement)];
    }

    private static string? Parameter(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var parameter] } => parameter.Identifier.Text,
        AnonymousMethodExpressionSyntax { ParameterList.Parameters: [var parameter] } => parameter.Identifier.Text,
        _ => null,
    };

    /// <summary>The blanks before a node, where it is the first of its line; else null.</summary>
    private static string? LineStart(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, node.SpanStart));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    /// <summary>The end of the line of a token, behind its comment, where nothing else follows; else the end of the token.</summary>
    private static int EndOfLine(SyntaxToken token) =>
        token.TrailingTrivia.FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.SpanStart : token.Span.End;

    private static string NewLine(SyntaxToken token) =>
        token.SyntaxTree!.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";
}
