using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
        return start > 0 && text[start - 1] is '"' or ',';
    }

    /// <summary>The path before a place in a string; null where a part of it is not seen.</summary>
    public static TypedPath? Before(StringPlace place, SourceText text, SemanticModel model, CancellationToken cancel)
    {
        var start = Start(text, place.Position, place.Start);
        var path = text.ToString(TextSpan.FromBounds(start, place.Position));
        if (start == place.Start)
        {
            if (TextBefore(place, model, cancel) is not { } before)
                return null;
            path = before.Substring(StartOfPath(before)) + path;
        }

        var dot = path.LastIndexOf('.');
        var length = path.Length - dot - 1;
        return length <= place.Position - place.Start ? new(dot < 0 ? "" : path.Substring(0, dot), SegmentAt(text, place, length)) : null;
    }

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
