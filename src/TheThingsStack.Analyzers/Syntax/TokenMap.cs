using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TheThingsStack.Analyzers.Syntax;

/// <summary>Where each character of a string literal's value stands in its token.</summary>
internal static class TokenMap
{
    /// <summary>The offset of each character of the value within the token's text, and one past the last; null for forms that are not understood.</summary>
    /// <param name="token">The literal, or a piece of an interpolated string.</param>
    /// <param name="value">Its value: that of a piece has no doubled braces, which the token keeps.</param>
    public static int[]? Of(SyntaxToken token, string value)
    {
        // Half a literal has no value to speak of.
        if (token.ContainsDiagnostics)
            return null;
        var text = token.Text;
        var offsets = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken when text[0] == '@' => Doubled(text, 2, text.LastIndexOf('"'), '"'),
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => Escaped(text, 1, text.LastIndexOf('"'), isInterpolated: false),
            SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken => Raw(text),
            SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => RawLines(text),
            SyntaxKind.InterpolatedStringTextToken => Interpolated(token),
            _ => null,
        };
        return offsets is not null && offsets.Count == value.Length + 1 ? [.. offsets] : null;
    }

    private static List<int>? Interpolated(SyntaxToken token)
    {
        var start = token.Parent?.Parent?.ChildTokens().FirstOrDefault() ?? default;
        var text = token.Text;
        return start.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => Escaped(text, 0, text.Length, isInterpolated: true),
            SyntaxKind.InterpolatedVerbatimStringStartToken => Doubled(text, 0, text.Length, '"', '{', '}'),
            SyntaxKind.InterpolatedSingleLineRawStringStartToken => [.. Enumerable.Range(0, text.Length + 1)],
            SyntaxKind.InterpolatedMultiLineRawStringStartToken => InterpolatedLines(token),
            _ => null,
        };
    }

    // The indentation of the closing quotes is cut from each line that begins in the piece.
    private static List<int> InterpolatedLines(SyntaxToken token)
    {
        var source = token.SyntaxTree!.GetText();
        var quotes = source.Lines.GetLineFromPosition(token.Parent!.Parent!.Span.End).ToString();
        var indentation = quotes.Length - quotes.TrimStart(' ', '\t').Length;
        var offsets = new List<int>(token.Text.Length + 1);
        var end = token.ValueText.EndsWith("\n", StringComparison.Ordinal) ? token.Text.Length : token.Text.TrimEnd('\n', '\r').Length;
        var isLineStart = source.Lines.GetLineFromPosition(token.SpanStart).Start == token.SpanStart;
        for (var i = 0; i < end; i++)
        {
            for (var cut = 0; isLineStart && cut < indentation && i < end && token.Text[i] is ' ' or '\t'; cut++)
                i++;
            if (i < end)
                offsets.Add(i);
            isLineStart = i < end && token.Text[i] == '\n';
        }

        offsets.Add(end);
        return offsets;
    }

    private static List<int> Raw(string text)
    {
        var quotes = text.Length - text.TrimStart('"').Length;
        var end = text.LastIndexOf('"') + 1 - quotes;
        return [.. Enumerable.Range(quotes, Math.Max(0, end - quotes) + 1)];
    }

    // The first and the last line are the quotes'; the indentation of the last line is cut from all.
    private static List<int>? RawLines(string text)
    {
        var end = text.LastIndexOf('\n');
        var start = text.IndexOf('\n') + 1;
        if (end < start)
            return null;
        var indentation = text.Length - end - 1 - text.Substring(end + 1).TrimStart(' ', '\t').Length;
        var last = text[end - 1] == '\r' ? end - 1 : end;
        var offsets = new List<int>();
        for (var i = start; i < last;)
        {
            var lineEnd = text.IndexOf('\n', i);
            lineEnd = lineEnd < 0 || lineEnd >= last ? last : lineEnd + 1;
            offsets.AddRange(Enumerable.Range(i, lineEnd - i).Skip(indentation <= lineEnd - i ? indentation : lineEnd - i));
            i = lineEnd;
        }

        offsets.Add(last);
        return offsets;
    }

    private static List<int> Doubled(string text, int start, int end, params char[] doubled)
    {
        var offsets = new List<int>(end - start);
        for (var i = start; i < end; i++)
        {
            offsets.Add(i);
            if (Array.IndexOf(doubled, text[i]) >= 0)
                i++;
        }

        offsets.Add(end);
        return offsets;
    }

    private static List<int> Escaped(string text, int start, int end, bool isInterpolated)
    {
        var offsets = new List<int>(end - start);
        for (var i = start; i < end;)
        {
            var length = text[i] == '\\' && i + 1 < end ? EscapeLength(text, i, end)
                : isInterpolated && text[i] is '{' or '}' && i + 1 < end && text[i + 1] == text[i] ? 2 : 1;
            offsets.Add(i);
            // A character beyond the basic plane is two of the value.
            if (length == 10 && Convert.ToUInt32(text.Substring(i + 2, 8), 16) > char.MaxValue)
                offsets.Add(i);
            i += length;
        }

        offsets.Add(end);
        return offsets;
    }

    private static int EscapeLength(string text, int start, int end)
    {
        switch (text[start + 1])
        {
            case 'u': return Math.Min(6, end - start);
            case 'U': return end - start >= 10 ? 10 : end - start;
            case 'x':
                var length = 2;
                while (length < 6 && start + length < end && Uri.IsHexDigit(text[start + length]))
                    length++;
                return length;
            default: return 2;
        }
    }
}
