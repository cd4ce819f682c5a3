using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TheThingsStack.Completion;

/// <summary>A place within the text of a string.</summary>
/// <param name="Expression">The literal, or the interpolated string.</param>
/// <param name="Position">The place.</param>
/// <param name="Start">Where the text begins that the place is in: behind the quote, or behind what was put into the string before.</param>
internal sealed record StringPlace(ExpressionSyntax Expression, int Position, int Start)
{
    /// <summary>Null where the place is not within a string.</summary>
    public static StringPlace? At(SyntaxNode root, int position)
    {
        if (position <= 0)
            return null;
        var token = root.FindToken(position - 1);
        return token.Parent switch
        {
            LiteralExpressionSyntax literal when IsText(token) => InLiteral(literal, token, position),
            InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } => new(interpolated, position, token.SpanStart),
            InterpolatedStringExpressionSyntax interpolated when token == interpolated.StringStartToken && position == token.Span.End => new(interpolated, position, position),
            InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } hole when token == hole.CloseBraceToken && !token.IsMissing => new(interpolated, position, position),
            _ => null,
        };
    }

    private static bool IsText(SyntaxToken token) => token.Kind()
        is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static StringPlace? InLiteral(LiteralExpressionSyntax literal, SyntaxToken token, int position)
    {
        var text = token.Text.EndsWith("\"u8", StringComparison.OrdinalIgnoreCase) ? token.Text.Substring(0, token.Text.Length - 2) : token.Text;
        var opening = text.Length - text.TrimStart('@').Length;
        var quotes = token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken ? 1 : text.Length - text.TrimStart('"').Length;
        var start = token.SpanStart + opening + quotes;
        // While it is typed, a string has no end.
        var isClosed = text.Length >= opening + 2 * quotes && text.EndsWith(new string('"', quotes), StringComparison.Ordinal);
        var end = token.SpanStart + text.Length - (isClosed ? quotes : 0);
        return position >= start && position <= end ? new(literal, position, start) : null;
    }
}
