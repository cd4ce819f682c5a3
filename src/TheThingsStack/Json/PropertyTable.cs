using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>The property names of one message: found from their UTF-8 bytes without making a string, and ready to be written.</summary>
public sealed class PropertyTable
{
    private readonly Utf8Names _names;

    // What came last after each member, and in the first place at the start: servers write the members of a message in one order, and leave out the same.
    private readonly int[] _next;
    private Utf8Names? _camelCase;
    private PaddedText[]? _encoded;
    private PaddedText[]? _encodedRelaxed;

    /// <summary>Builds the table.</summary>
    /// <param name="names">The names in order, separated by <c>\0</c>.</param>
    /// <param name="fullName">The full protobuf name of the message; null where it is not known.</param>
    public PropertyTable(string names, string? fullName = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = new(names.Length == 0 ? [] : Array.ConvertAll(names.Split('\0'), Encoding.UTF8.GetBytes));
        _next = [.. Enumerable.Range(0, _names.Count + 1)];
        FullName = fullName;
    }

    /// <summary>The full protobuf name of the message; null where it is not known.</summary>
    public string? FullName { get; }

    /// <summary>Goes to the next property of the table that has a value; unknown properties and nulls are passed over.</summary>
    /// <param name="reader">A reader inside the object; left on the first token of the value.</param>
    /// <param name="index">The place of the property in the table.</param>
    /// <returns>False at the end of the object.</returns>
    public bool Next(ref Utf8JsonReader reader, out int index)
    {
        index = -1;
        return MoveNext(ref reader, ref index);
    }

    /// <summary>Goes to the next property, which is likely to be the one that came there before.</summary>
    internal bool MoveNext(ref Utf8JsonReader reader, ref int index)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = Find(ref reader, _next[index + 1]);
            reader.Read();
            if (found >= 0)
                index = Follow(index, found);
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (found >= 0)
                return true;
            // A reader of JsonSerializer may be partial, but holds the whole of the message; Skip refuses it all the same.
            _ = reader.TrySkip();
        }

        index = -1;
        return false;
    }

    /// <summary>Checks that the reader is at the start of an object.</summary>
    public static void Start(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonRead.Unexpected(ref reader, "an object");
    }

    /// <summary>Each name as it is written in an object: <c>,"name":</c>.</summary>
    internal PaddedText[] Encoded(JavaScriptEncoder? encoder)
    {
        if (encoder is null)
            return _encoded ??= Encode(null);
        return ReferenceEquals(encoder, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) ? _encodedRelaxed ??= Encode(encoder) : Encode(encoder);
    }

    private PaddedText[] Encode(JavaScriptEncoder? encoder)
    {
        var encoded = new PaddedText[_names.Count];
        for (var i = 0; i < encoded.Length; i++)
            encoded[i] = new([(byte)',', (byte)'"', .. JsonEncodedText.Encode(_names[i], encoder).EncodedUtf8Bytes, (byte)'"', (byte)':']);
        return encoded;
    }

    // Whichever of several readers comes last decides: it is a guess.
    private int Follow(int index, int found)
    {
        if (_next[index + 1] != found)
            _next[index + 1] = found;
        return found;
    }

    private int Find(ref Utf8JsonReader reader, int likely) => JsonRead.IsVerbatim(ref reader)
        ? Find(reader.ValueSpan, likely)
        : Find(Encoding.UTF8.GetBytes(JsonRead.Text(ref reader)), likely);

    // Some answers of the server name fields in camelCase; snake_case is the rule, so only a miss pays for this.
    private int Find(ReadOnlySpan<byte> name, int likely)
    {
        var index = _names.Find(name, likely);
        if (index >= 0 || name.IndexOfAnyInRange((byte)'A', (byte)'Z') < 0)
            return index;
        _camelCase ??= ToCamelCase();
        return _camelCase.Find(name);
    }

    private Utf8Names ToCamelCase()
    {
        var names = new byte[_names.Count][];
        for (var i = 0; i < names.Length; i++)
            names[i] = ToCamelCase(_names[i]);
        return new(names);
    }

    // protobuf's own rule: an underscore is left out, and a letter after it is a capital.
    private static byte[] ToCamelCase(ReadOnlySpan<byte> name)
    {
        var camel = new byte[name.Length];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != (byte)'_')
                camel[length++] = i > 0 && name[i - 1] == (byte)'_' && char.IsAsciiLetterLower((char)name[i]) ? (byte)(name[i] & ~0x20) : name[i];
        }

        return camel[..length];
    }
}
