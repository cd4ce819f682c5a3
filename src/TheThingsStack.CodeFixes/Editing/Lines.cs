using Microsoft.CodeAnalysis.Text;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>Removes statements with the lines that they stand on.</summary>
internal static class Lines
{
    /// <summary>The stretch, with its lines where nothing else stands on them.</summary>
    public static TextSpan WithLines(this SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        return IsBlank(text, first.Start, span.Start) && IsBlank(text, span.End, last.End)
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : span;
    }

    private static bool IsBlank(SourceText text, int start, int end) => string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));
}
