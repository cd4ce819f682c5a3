using TheThingsStack.Generators.Model;
using System.IO;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Generators.Reading;

/// <summary>Parses JSON text into nodes with positions.</summary>
internal sealed class SpecText
{
    private const int MaxDepth = 256;

    private const int Block = 4096;

    // So few names are compared with each other; more are looked up.
    private const int Few = 16;

    private readonly byte[] _bytes;
    private readonly RepeatedStrings _strings = new();

    // What has been read of the objects and lists that are not at their end yet.
    private readonly List<SpecMember> _members = [];
    private readonly List<SpecNode> _items = [];
    private List<int>? _lines;
    private int[]? _charsBefore;
    private int _values;

    private SpecText(byte[] bytes) => _bytes = bytes;

    /// <summary>Reads a document; null, with a fault, where it is not JSON.</summary>
    public static SpecNode? Parse(string text, FaultList faults, CancellationToken cancellation) =>
        Parse(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), faults, cancellation);

    public static SpecNode? Parse(byte[] utf8, FaultList faults, CancellationToken cancellation)
    {
        var text = new SpecText(utf8);
        faults.Locate = text.PositionOf;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var root = text.Read(ref reader, faults, cancellation);
            reader.Read(); // Throws where something follows the document.
            return root;
        }
        catch (JsonException e)
        {
            faults.Add(FaultKind.NotJson, text.OffsetOf((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0)), Shorten(e.Message));
        }
        catch (InvalidDataException e)
        {
            faults.Add(FaultKind.Internal, (int)reader.TokenStartIndex, e.Message);
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-16 once its escapes are resolved.
            faults.Add(FaultKind.NotJson, (int)reader.TokenStartIndex, "a string with half of a surrogate pair");
        }

        return null;
    }

    private SpecNode Read(ref Utf8JsonReader reader, FaultList faults, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (++_values > Limits.MostValues)
            throw new InvalidDataException($"it has more than {Limits.MostValues} values");
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(SpecNodeKind.Object, offset, members: ReadMembers(ref reader, faults, cancellation)),
            JsonTokenType.StartArray => new(SpecNodeKind.List, offset, items: ReadItems(ref reader, faults, cancellation)),
            JsonTokenType.String => new(SpecNodeKind.Text, offset, _strings.Get(ref reader)),
            JsonTokenType.Number => new(SpecNodeKind.Number, offset, Encoding.ASCII.GetString(reader.ValueSpan.ToArray())),
            JsonTokenType.True => new(SpecNodeKind.Boolean, offset, "true"),
            JsonTokenType.False => new(SpecNodeKind.Boolean, offset, "false"),
            _ => new(SpecNodeKind.Null, offset),
        };
    }

    private SpecMember[] ReadMembers(ref Utf8JsonReader reader, FaultList faults, CancellationToken cancellation)
    {
        var start = _members.Count;
        HashSet<string>? names = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var offset = (int)reader.TokenStartIndex;
            var name = _strings.Get(ref reader);
            var isFirst = IsFirst(name, start, ref names);
            if (!isFirst)
                faults.Add(FaultKind.DuplicateKey, offset, name);
            reader.Read();
            var value = Read(ref reader, faults, cancellation);
            if (isFirst)
                _members.Add(new(name, offset, value));
        }

        return Take(_members, start);
    }

    private bool IsFirst(string name, int start, ref HashSet<string>? names)
    {
        if (names is not null)
            return names.Add(name);
        for (var i = start; i < _members.Count; i++)
        {
            if (_members[i].Name == name)
                return false;
        }

        if (_members.Count - start == Few)
        {
            names = new(StringComparer.Ordinal) { name };
            for (var i = start; i < _members.Count; i++)
                names.Add(_members[i].Name);
        }

        return true;
    }

    private SpecNode[] ReadItems(ref Utf8JsonReader reader, FaultList faults, CancellationToken cancellation)
    {
        var start = _items.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            _items.Add(Read(ref reader, faults, cancellation));
        return Take(_items, start);
    }

    private static T[] Take<T>(List<T> list, int start)
    {
        if (list.Count == start)
            return [];
        var taken = new T[list.Count - start];
        list.CopyTo(start, taken, 0, taken.Length);
        list.RemoveRange(start, taken.Length);
        return taken;
    }

    private int OffsetOf(int line, int byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
            start = Array.IndexOf(_bytes, (byte)'\n', start) + 1;
        return start + byteInLine;
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        offset = Math.Min(offset, _bytes.Length);
        _lines ??= LineStarts();
        var line = _lines.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return (line, CharsBefore(offset) - CharsBefore(_lines[line]));
    }

    private List<int> LineStarts()
    {
        var starts = new List<int> { 0 };
        for (var end = Array.IndexOf(_bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(_bytes, (byte)'\n', end + 1))
            starts.Add(end + 1);
        return starts;
    }

    // A document on one line can have faults far into it: characters are counted once, by blocks.
    private int CharsBefore(int offset)
    {
        if (_charsBefore is null)
        {
            _charsBefore = new int[(_bytes.Length / Block) + 1];
            for (var block = 1; block < _charsBefore.Length; block++)
                _charsBefore[block] = _charsBefore[block - 1] + Chars((block - 1) * Block, block * Block);
        }

        return _charsBefore[offset / Block] + Chars(offset / Block * Block, offset);
    }

    // A character takes one byte that does not go on from another; those of four bytes are two characters in UTF-16.
    private int Chars(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
            count += (_bytes[i] & 0xC0) == 0x80 ? 0 : _bytes[i] >= 0xF0 ? 2 : 1;
        return count;
    }

    // The reader's own message ends with a path and position that the diagnostic has already.
    private static string Shorten(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message.Substring(0, end)).TrimEnd('.', ' ');
    }
}
