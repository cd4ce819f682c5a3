using System.Buffers.Text;

namespace TheThingsStack.Generators.Reading;

/// <summary>
/// Finds what a reference says in sentences, without reading it: the texts of its descriptions and summaries.
/// Text between quotes after such a key is one, or it stands in a comment, or beyond the first fault of what is no JSON.
/// </summary>
internal sealed class SentenceScanner
{
    private static readonly byte[] Description = "\"description\""u8.ToArray();
    private static readonly byte[] Summary = "\"summary\""u8.ToArray();

    private readonly byte[] _utf8;
    private readonly int _length;

    private SentenceScanner(byte[] utf8, int length)
    {
        _utf8 = utf8;
        _length = length;
    }

    /// <summary>Where each sentence starts and ends, with its quotes.</summary>
    public static List<(int Start, int End)> All(byte[] utf8, int length) => new SentenceScanner(utf8, length).All();

    private List<(int Start, int End)> All()
    {
        var sentences = new List<(int Start, int End)>();
        var (description, summary) = (Find(Description, 0), Find(Summary, 0));
        while (Math.Min(description, summary) < _length)
        {
            var isDescription = description < summary;
            var end = isDescription ? description + Description.Length : summary + Summary.Length;
            if (TextAfter(end) is var start and >= 0 && EndOf(start) is var textEnd and >= 0)
                sentences.Add((start, textEnd));
            if (isDescription)
                description = Find(Description, end);
            else
                summary = Find(Summary, end);
        }

        return sentences;
    }

    private int Find(byte[] key, int start) => _utf8.AsSpan(start, _length - start).IndexOf(key) is var at and >= 0 ? start + at : _length;

    private int TextAfter(int key)
    {
        var colon = AfterBlanks(key);
        if (colon == _length || _utf8[colon] != ':')
            return -1;
        var text = AfterBlanks(colon + 1);
        return text < _length && _utf8[text] == '"' ? text : -1;
    }

    private int AfterBlanks(int at)
    {
        while (at < _length && _utf8[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at;
    }

    // Nothing where the reader has to see the text: it may be a fault, or a comment may end in it.
    private int EndOf(int start)
    {
        for (var i = start + 1; i < _length; i++)
        {
            switch (_utf8[i])
            {
                case (byte)'"':
                    return i + 1;
                case < (byte)' ':
                case (byte)'/' when _utf8[i - 1] == '*':
                    return -1;
                case (byte)'\\':
                    var escape = EscapeLength(i + 1);
                    if (escape == 0)
                        return -1;
                    i += escape;
                    break;
            }
        }

        return -1;
    }

    // No bytes where they are no escape, or half of a surrogate pair.
    private int EscapeLength(int at)
    {
        var escape = _utf8.AsSpan(at, _length - at);
        if (escape.Length > 0 && escape[0] != 'u')
            return "\"\\/bfnrt"u8.IndexOf(escape[0]) < 0 ? 0 : 1;
        var isCharacter = escape.Length > 4 && Utf8Parser.TryParse(escape.Slice(1, 4), out ushort code, out var length, 'x') && length == 4 && !char.IsSurrogate((char)code);
        return isCharacter ? 5 : 0;
    }
}
