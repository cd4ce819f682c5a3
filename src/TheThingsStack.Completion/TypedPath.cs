using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Syntax;

namespace TheThingsStack.Completion;

/// <summary>What was typed of a path.</summary>
/// <param name="Parent">The path above the segment that is being typed; empty where it is the first.</param>
/// <param name="Segment">The segment, as far as it goes.</param>
internal sealed record TypedPath(string Parent, TextSpan Segment)
{
    /// <summary>Whether a path, its beginning or a separator of paths may stand before a place; a look at characters alone.</summary>
    public static bool CanEndAt(SourceText text, int position)
    {
        var start = Start(text, position, 0);
        while (start > 0 && text[start - 1] == ' ')
            start--;
        return start > 0 && (text[start - 1] is '"' or ',' || IsInQuery(text, start));
    }

    /// <summary>Whether a path may begin here in the query of a URL.</summary>
    private static bool IsInQuery(SourceText text, int start) =>
        text[start - 1] == '%' || (text[start - 1] == '=' && (EndsWith(text, start - 1, "field_mask") || EndsWith(text, start - 1, "field_mask.paths")));

    private static bool EndsWith(SourceText text, int end, string word) =>
        end >= word.Length && text.ToString(TextSpan.FromBounds(end - word.Length, end)) == word;

    /// <summary>The path before a place in a string; null where a part of it is not seen.</summary>
    public static TypedPath? Before(StringPlace place, SourceText text, SemanticModel model, CancellationToken cancel)
    {
        var start = Start(text, place.Position, place.Start);
        var path = text.ToString(TextSpan.FromBounds(start, place.Position));
        if (start == place.Start)
        {
            if (TextBefore(place, model, cancel) is not { } before)
                return null;
            path = before + path;
        }

        return AtEndOf(path, place, text);
    }

    /// <summary>The path at the end of what comes before a place in a string; null where a part of it is not seen, or its last segment begins in another piece.</summary>
    public static TypedPath? AtEndOf(string before, StringPlace place, SourceText text)
    {
        var start = StartOfPath(before);
        if (start > 0 && before[start - 1] == TextOrigin.Hole)
            return null;
        var path = before.Substring(start);
        var dot = path.LastIndexOf('.');
        var length = path.Length - dot - 1;
        return length <= place.Position - place.Start ? new(dot < 0 ? "" : path.Substring(0, dot), SegmentAt(text, place, length)) : null;
    }

    /// <summary>All that comes before a place in a text, with a hole for what is not constant.</summary>
    public static string AllBefore(StringPlace place, SourceText text, SemanticModel model, CancellationToken cancel)
    {
        var before = WithoutEscapes(text.ToString(TextSpan.FromBounds(place.Start, place.Position)), place.Expression);
        if (place.Expression is InterpolatedStringExpressionSyntax interpolated)
            before = string.Concat(interpolated.Contents.Where(content => content.Span.End <= place.Start).Select(Seen)) + before;
        for (ExpressionSyntax piece = place.Expression; piece.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression); piece = sum)
        {
            if (sum.Right == piece)
                before = OfExpression(sum.Left) + before;
        }

        return before;

        string Seen(InterpolatedStringContentSyntax content) =>
            content is InterpolatedStringTextSyntax literal ? literal.TextToken.ValueText : OfExpression(((InterpolationSyntax)content).Expression);

        string OfExpression(ExpressionSyntax expression) => model.GetOperation(expression, cancel) is { } operation && TextOrigin.Of(operation) is { } origin ? origin.Text : TextOrigin.Hole.ToString();
    }

    /// <summary>The text of source, as far as quotes go.</summary>
    private static string WithoutEscapes(string source, ExpressionSyntax text) => text.GetFirstToken().Text switch
    {
        ['"', '"', '"', ..] or ['$', .., '"', '"', '"'] => source,
        ['@', ..] or ['$', '@', ..] => source.Replace("\"\"", "\""),
        _ => source.Replace("\\\"", "\""),
    };

    private static TextSpan SegmentAt(SourceText text, StringPlace place, int length)
    {
        var end = place.Position;
        while (end < text.Length && IsOfSegment(text[end]))
            end++;
        return TextSpan.FromBounds(place.Position - length, end);
    }

    private static int Start(SourceText text, int position, int least)
    {
        while (position > least && IsOfPath(text[position - 1]))
            position--;
        return position;
    }

    private static int StartOfPath(string text)
    {
        var start = text.Length;
        while (start > 0 && IsOfPath(text[start - 1]))
            start--;
        return start;
    }

    /// <summary>What comes before this piece of a text that is put together from several; null where that is not constant.</summary>
    private static string? TextBefore(StringPlace place, SemanticModel model, CancellationToken cancel)
    {
        if (place.Expression is InterpolatedStringExpressionSyntax interpolated
            && interpolated.Contents.LastOrDefault(content => content.Span.End <= place.Start) is InterpolationSyntax hole)
            return Constant(hole.Expression, model, cancel);
        for (ExpressionSyntax piece = place.Expression; piece.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression); piece = sum)
        {
            if (sum.Right == piece)
                return Constant(sum.Left, model, cancel);
        }

        return "";
    }

    private static string? Constant(ExpressionSyntax expression, SemanticModel model, CancellationToken cancel) =>
        model.GetConstantValue(expression, cancel) is { HasValue: true, Value: string text } ? text : null;

    private static bool IsOfPath(char c) => c == '.' || IsOfSegment(c);

    private static bool IsOfSegment(char c) => c == '_' || char.IsLetterOrDigit(c);
}
