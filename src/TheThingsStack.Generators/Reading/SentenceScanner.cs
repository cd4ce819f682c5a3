using System.Buffers.Text;

namespace TheThingsStack.Generators.Reading;

/// <summary>
/// Finds what a reference says in sentences, without reading it: the texts of its descriptions and summaries.
/// Text between quotes after such a key is one, or it stands in a comment, or beyond the first fault of what is no JSON.
/// </summary>
internal sealed class SentenceScanner(byte[] utf8)
{
    private readonly Key _description = new(utf8, "\"description\""u8.ToArray());
    private readonly Key _summary = new(utf8, "\"summary\""u8.ToArray());

    /// <summary>Where the sentence starts, behind its quote.</summary>
    public int Start { get; private set; }

    /// <summary>Where its second quote is.</summary>
    public int End { get; private set; }

    /// <summary>Goes on to the next sentence.</summary>
    public bool Next()
    {
        while ((_description.At < _summary.At ? _description : _summary) is { IsAtEnd: false } key)
        {
            Start = QuoteAfter(key.End) + 1;
            End = Start == 0 ? -1 : EndOf(Start);
            key.Next();
            if (End >= 0)
                return true;
        }

        return false;
    }

    private int QuoteAfter(int at)
    {
        at = AfterBlanks(at);
        if (at == utf8.Length || utf8[at] != ':')
            return -1;
        at = AfterBlanks(at + 1);
        return at < utf8.Length && utf8[at] == '"' ? at : -1;
    }

    private int AfterBlanks(int at)
    {
        while (at < utf8.Length && utf8[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at;
    }

    // Nothing where the reader has to see the text: it may be a fault, or a comment may end in it.
    private int EndOf(int start)
    {
        for (var i = start; i < utf8.Length; i++)
        {
            switch (utf8[i])
            {
                case (byte)'"':
                    return i;
                case < (byte)' ':
                case (byte)'/' when utf8[i - 1] == '*':
                    return -1;
                case (byte)'\\':
                    var length = EscapeLength(i + 1);
                    if (length == 0)
                        return -1;
                    i += length;
                    break;
            }
        }

        return -1;
    }

    // No bytes where they are no escape, or half of a surrogate pair.
    private int EscapeLength(int at)
    {
        var escape = utf8.AsSpan(at);
        if (escape.Length > 0 && escape[0] != 'u')
            return "\"\\/bfnrt"u8.IndexOf(escape[0]) < 0 ? 0 : 1;
        var isCharacter = escape.Length > 4 && Utf8Parser.TryParse(escape.Slice(1, 4), out ushort code, out var length, 'x') && length == 4 && !char.IsSurrogate((char)code);
        return isCharacter ? 5 : 0;
    }

    /// <summary>The places of one key.</summary>
    private sealed class Key
    {
        private readonly byte[] _utf8;
        private readonly byte[] _key;

        public Key(byte[] utf8, byte[] key)
        {
            _utf8 = utf8;
            _key = key;
            At = Find(0);
        }

        public int At { get; private set; }

        public int End => At + _key.Length;

        public bool IsAtEnd => At == _utf8.Length;

        public void Next() => At = Find(End);

        private int Find(int start) => _utf8.AsSpan(start).IndexOf(_key) is var at and >= 0 ? start + at : _utf8.Length;
    }
}
