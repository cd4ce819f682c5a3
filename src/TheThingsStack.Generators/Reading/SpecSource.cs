using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Generators.Reading;

/// <summary>
/// The text of a reference, in two parts: its sentences, which only documentation repeats, and its outline, the same document with a number in the place of each.
/// Most edits are of sentences; they leave the outline as it is, and all that is made of it.
/// </summary>
internal sealed class SpecSource : IEquatable<SpecSource>
{
    // A control character that JSON allows and nobody writes.
    private const byte Mark = 0x7F;

    // There cannot be more sentences than nine digits count.
    private static readonly StandardFormat Digits = new('D', 9);
    private static readonly int NumberLength = "\"?123456789\"".Length;

    private readonly Utf8Text _sentences;

    // Where each sentence ends among the others, and its number in the outline.
    private readonly List<int> _ends = [];
    private readonly List<int> _numberEnds = [];
    private TextPositions? _positions;

    private SpecSource(byte[] utf8, int length)
    {
        var found = SentenceScanner.All(utf8, length);
        var sentences = new byte[found.Sum(static sentence => sentence.End - sentence.Start)];
        var outline = new byte[length - sentences.Length + (found.Count * NumberLength)];
        var (read, end, numberEnd) = (0, 0, 0);
        foreach (var sentence in found)
        {
            Copy(utf8, read, sentence.Start, outline, ref numberEnd);
            WriteNumber(outline.AsSpan(numberEnd), _ends.Count);
            Copy(utf8, sentence.Start, sentence.End, sentences, ref end);
            _ends.Add(end);
            _numberEnds.Add(numberEnd += NumberLength);
            read = sentence.End;
        }

        Copy(utf8, read, length, outline, ref numberEnd);
        _sentences = new(sentences);
        Outline = new(outline);
    }

    /// <summary>The document with numbers for sentences.</summary>
    public Utf8Text Outline { get; }

    public static SpecSource Of(string text)
    {
        text = text.TrimStart('\uFEFF');
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        var source = new SpecSource(utf8, Encoding.UTF8.GetBytes(text, 0, text.Length, utf8, 0));
        ArrayPool<byte>.Shared.Return(utf8);
        return source;
    }

    /// <summary>The text of the document that a text of its outline stands for.</summary>
    public string? Original(string? text) => text is [(char)Mark, ..]
        && int.TryParse(text.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < _ends.Count ? Sentence(number) : text;

    /// <summary>Where in the document something stands that is at this byte of the outline.</summary>
    public (int Line, int Column) PositionOf(int outlineOffset)
    {
        var before = _numberEnds.BinarySearch(outlineOffset);
        before = before < 0 ? ~before : before + 1;
        return (_positions ??= new(Whole())).Of(outlineOffset + StartOf(before) - (before * NumberLength));
    }

    public bool Equals(SpecSource? other) => other is not null && Outline.Equals(other.Outline) && _sentences.Equals(other._sentences);

    public override bool Equals(object? obj) => Equals(obj as SpecSource);

    public override int GetHashCode() => Outline.GetHashCode();

    private int StartOf(int number) => number == 0 ? 0 : _ends[number - 1];

    private string Sentence(int number)
    {
        var reader = new Utf8JsonReader(_sentences.Bytes.AsSpan(StartOf(number), _ends[number] - StartOf(number)));
        reader.Read();
        return reader.GetString()!;
    }

    private byte[] Whole()
    {
        var whole = new byte[Outline.Bytes.Length + _sentences.Bytes.Length - (_ends.Count * NumberLength)];
        var (read, written) = (0, 0);
        for (var number = 0; number < _ends.Count; number++)
        {
            Copy(Outline.Bytes, read, _numberEnds[number] - NumberLength, whole, ref written);
            Copy(_sentences.Bytes, StartOf(number), _ends[number], whole, ref written);
            read = _numberEnds[number];
        }

        Copy(Outline.Bytes, read, Outline.Bytes.Length, whole, ref written);
        return whole;
    }

    private static void WriteNumber(Span<byte> outline, int number)
    {
        outline[0] = (byte)'"';
        outline[1] = Mark;
        Utf8Formatter.TryFormat(number, outline.Slice(2), out var digits, Digits);
        outline[2 + digits] = (byte)'"';
    }

    private static void Copy(byte[] from, int start, int end, byte[] to, ref int written)
    {
        Buffer.BlockCopy(from, start, to, written, end - start);
        written += end - start;
    }
}
