using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TheThingsStack.Generators.Emitting;

/// <summary>The only ways in which text of a reference gets into generated code: none of them can end a literal or a comment.</summary>
internal static class Escape
{
    private const int LongestComment = 2000;

    /// <summary>A string literal, quotes included.</summary>
    public static string Literal(string text) => IsVerbatim(text) ? "\"" + text.Replace("\0", "\\0") + "\"" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A UTF-8 literal.</summary>
    public static string Utf8(string text) => Literal(text) + "u8";

    /// <summary>The fixed part of an interpolated string: no quotes around it, braces doubled.</summary>
    public static string Interpolated(string text)
    {
        var literal = Literal(text);
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }

    /// <summary>Text of a documentation comment, on one line.</summary>
    public static string Comment(string text)
    {
        if (text.Length <= LongestComment && IsPlain(text))
            return text;
        var result = new StringBuilder(text.Length + 16);
        foreach (var c in text.Length > LongestComment ? text.Substring(0, LongestComment) : text)
        {
            if (IsBlank(c))
            {
                if (result.Length > 0 && result[result.Length - 1] != ' ')
                    result.Append(' ');
                continue;
            }

            switch (c)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString().Trim();
    }

    // Names are, and tables of names, which NUL separates.
    private static bool IsVerbatim(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= ' ' and <= '~' and not '"' and not '\\') or '\0'))
                return false;
        }

        return true;
    }

    // Most sentences are: words of ASCII with one blank between them.
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // Letters come first, for most characters are.
            var c = text[i];
            if (c is > '>' and <= '~')
                continue;
            if (c is < ' ' or > '~' or '&' or '<' or '>' || (c == ' ' && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')))
                return false;
        }

        return text.Length > 0;
    }

    // Line separators would end the comment, direction marks would show another text than there is, half a surrogate pair cannot be written.
    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
