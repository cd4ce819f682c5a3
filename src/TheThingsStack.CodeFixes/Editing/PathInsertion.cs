using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Says what to insert where, so that a list of paths has one more.</summary>
internal static class PathInsertion
{
    private const string Paths = ".Paths.";

    /// <param name="list">A collection expression, or a call of <c>Of</c> or <c>Parse</c>.</param>
    /// <param name="path">The path in the server's grammar.</param>
    /// <param name="properties">The same path as properties of a path builder.</param>
    /// <param name="message">The message that it belongs to.</param>
    /// <returns>Null where the list is not understood.</returns>
    public static TextChange? Of(SyntaxNode list, string path, string properties, string message) => list switch
    {
        CollectionExpressionSyntax collection => After([.. collection.Elements], collection.OpenBracketToken.Span.End, Base(collection, message) + properties),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token: var text } }] } => Within(text, path),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Of" } } of =>
            After([.. of.ArgumentList.Arguments], of.ArgumentList.OpenParenToken.Span.End, Base(of.ArgumentList, message) + properties),
        _ => null,
    };

    /// <summary>What typed paths begin with here: the parameter of the lambda around them, or the paths of the message.</summary>
    private static string Base(SyntaxNode list, string message)
    {
        if (list.FirstAncestorOrSelf<LambdaExpressionSyntax>() is SimpleLambdaExpressionSyntax lambda && (lambda.Body == list || lambda.Body.Contains(list) && Starts(list, lambda.Parameter.Identifier.ValueText)))
            return lambda.Parameter.Identifier.ValueText + ".";
        var written = list.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Select(static access => access.ToString()).FirstOrDefault(static access => access.Contains(Paths));
        return written is null ? message + Paths : written.Substring(0, written.IndexOf(Paths, StringComparison.Ordinal) + Paths.Length);
    }

    private static bool Starts(SyntaxNode list, string parameter) =>
        list.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == parameter);

    /// <summary>On a line of its own where the others are.</summary>
    private static TextChange After(SyntaxNode[] elements, int start, string path)
    {
        if (elements.Length == 0)
            return new(new(start, 0), path);
        var last = elements[elements.Length - 1];
        var indent = last.GetLeadingTrivia().ToString();
        var separator = last.GetFirstToken().GetPreviousToken().TrailingTrivia.ToFullString().Contains("\n") ? ",\n" + indent : ", ";
        return new(new(last.Span.End, 0), separator + path);
    }

    private static TextChange Within(SyntaxToken text, string path)
    {
        var quotes = text.Text.Length - text.Text.TrimEnd('"').Length;
        return new(new(text.Span.End - Math.Max(quotes > 2 ? 3 : 1, 1), 0), text.ValueText.Trim().Length == 0 ? path : "," + path);
    }
}
