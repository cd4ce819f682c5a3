using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>The lines that statements stand on.</summary>
internal static class Lines
{
    /// <summary>A stretch, with its lines where nothing else stands on them: what is removed leaves no empty line.</summary>
    public static TextSpan WithLines(this SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        return IsBlank(text, first.Start, span.Start) && IsBlank(text, span.End, last.End)
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : span;
    }

    /// <summary>The blanks that the line of a node begins with.</summary>
    public static string Indentation(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    public static string NewLine(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    private static bool IsBlank(SourceText text, int start, int end) => string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));
}
