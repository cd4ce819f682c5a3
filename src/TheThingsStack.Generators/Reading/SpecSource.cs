using System.Buffers.Text;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Generators.Reading;

/// <summary>
/// The text of a reference, and its outline: the same document with a number in the place of each sentence, which only documentation repeats.
/// Most edits are of sentences; they leave the outline as it is, and all that is made of it.
/// </summary>
internal sealed class SpecSource : IEquatable<SpecSource>
{
    // A control character that JSON allows and nobody writes.
    private const byte Mark = 0x7F;

    private readonly Utf8Text _text;
    private readonly List<Sentence> _sentences = [];

    // Where their numbers end in the outline.
    private readonly List<int> _numberEnds = [];
    private TextPositions? _positions;

    private SpecSource(byte[] utf8)
    {
        _text = new(utf8);
        Outline = new(MakeOutline(utf8));
    }

    /// <summary>The document with numbers for sentences.</summary>
    public Utf8Text Outline { get; }

    public static SpecSource Of(string text) => new(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));

    /// <summary>The text of the document that a text of its outline stands for.</summary>
    public string? Original(string? text) => text is [(char)Mark, ..]
        && int.TryParse(text.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < _sentences.Count ? Read(_sentences[number]) : text;

    /// <summary>Where in the document something stands that is at this byte of the outline.</summary>
    public (int Line, int Column) PositionOf(int outlineOffset)
    {
        var before = _numberEnds.BinarySearch(outlineOffset);
        before = before < 0 ? ~before - 1 : before;
        var offset = before < 0 ? outlineOffset : outlineOffset - _numberEnds[before] + _sentences[before].End;
        return (_positions ??= new(_text.Bytes)).Of(offset);
    }

    public bool Equals(SpecSource? other) => other is not null && _text.Equals(other._text);

    public override bool Equals(object? obj) => Equals(obj as SpecSource);

    public override int GetHashCode() => _text.GetHashCode();

    private byte[] MakeOutline(byte[] utf8)
    {
        var outline = new MemoryStream(utf8.Length);
        var number = new byte[12];
        number[0] = Mark;
        var copied = 0;
        for (var scanner = new SentenceScanner(utf8); scanner.Next(); copied = scanner.End)
        {
            outline.Write(utf8, copied, scanner.Start - copied);
            Utf8Formatter.TryFormat(_sentences.Count, number.AsSpan(1), out var digits);
            outline.Write(number, 0, digits + 1);
            _sentences.Add(new(scanner.Start, scanner.End));
            _numberEnds.Add((int)outline.Length);
        }

        outline.Write(utf8, copied, utf8.Length - copied);
        return outline.ToArray();
    }

    private string Read(Sentence sentence)
    {
        var quoted = _text.Bytes.AsSpan(sentence.Start - 1, sentence.End - sentence.Start + 2);
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return reader.GetString()!;
    }

    /// <summary>A sentence without its quotes.</summary>
    private readonly struct Sentence(int start, int end)
    {
        public int Start { get; } = start;

        public int End { get; } = end;
    }
}
