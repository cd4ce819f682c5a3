using TheThingsStack.Generators.Model;
using System.IO;
using System.Text;
using System.Text.Json;

namespace TheThingsStack.Generators.Reading;

/// <summary>Parses JSON text into nodes that know the byte at which they start.</summary>
internal sealed class SpecText
{
    private const int MaxDepth = 256;

    // So few names are compared with each other; more are looked up.
    private const int Few = 16;

    private readonly byte[] _bytes;
    private readonly RepeatedStrings _strings = new();

    // What has been read of the objects and lists that are not at their end yet.
    private readonly List<SpecMember> _members = [];
    private readonly List<SpecNode> _items = [];
    private int _values;

    private SpecText(byte[] bytes) => _bytes = bytes;

    /// <summary>Reads a document; null, with a fault, where it is not JSON.</summary>
    public static SpecNode? Parse(byte[] utf8, FaultList faults, CancellationToken cancellation)
    {
        var text = new SpecText(utf8);
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

    // The reader's own message ends with a path and position that the diagnostic has already; of a literal that is none it quotes all that follows.
    private static string Shorten(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = (end < 0 ? message : message.Substring(0, end)).TrimEnd('.', ' ');
        var quoted = message.LastIndexOf("' is an invalid JSON literal", StringComparison.Ordinal);
        if (quoted < 0)
            return message;
        var word = 1;
        while (word < quoted && char.IsLetterOrDigit(message[word]))
            word++;
        return message.Remove(word, quoted - word);
    }
}
