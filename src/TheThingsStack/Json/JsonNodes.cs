using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace TheThingsStack.Json;

/// <summary>Reads values that may be anything, none of which throws later, when somebody looks into it. Of a name given twice the last counts.</summary>
internal static class JsonNodes
{
    /// <summary>Reads the string or the name that a reader is on.</summary>
    public delegate string TextReader(ref Utf8JsonReader reader);

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The value is not whole, or a text in it is not valid Unicode.</exception>
    public static JsonNode? Read(ref Utf8JsonReader reader)
    {
#if NET10_0_OR_GREATER
        var start = reader;
        var element = JsonElement.ParseValue(ref reader);
        if (IsSound(element))
            return Wrap(element);
        reader = start;
#endif
        return Build(ref reader, JsonRead.Text);
    }

    /// <summary>Takes the bytes of an object as they are, to be read later; false, with nothing taken, where that might fail, or is no object.</summary>
    /// <exception cref="JsonException">The object is not whole.</exception>
    public static bool TryTake(ref Utf8JsonReader reader, [NotNullWhen(true)] out byte[]? json)
    {
        json = null;
        if (reader.TokenType != JsonTokenType.StartObject || !IsUsual(ref reader))
            return false;
        var start = reader;
        if (!reader.TrySkip())
            return false;
        // The reader is on one span, in which the token lies.
        var bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(start.ValueSpan), (int)(reader.BytesConsumed - start.TokenStartIndex));
        if (HasSoundTexts(bytes))
            json = bytes.ToArray();
        else
            reader = start;
        return json is not null;
    }

    // Bytes that lie together, and JSON as it is read later.
    private static bool IsUsual(ref Utf8JsonReader reader) =>
        reader.Position.GetObject() is null
        && reader.CurrentState.Options is { CommentHandling: JsonCommentHandling.Disallow, AllowTrailingCommas: false, MaxDepth: <= 64 };

    // What is escaped may be half of a character.
    private static bool HasSoundTexts(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && json.IndexOf("\\u"u8) < 0;

    /// <summary>Reads a value to its last text at once.</summary>
    public static JsonNode? Build(ref Utf8JsonReader reader, TextReader text) => reader.TokenType switch
    {
        JsonTokenType.StartObject => BuildMembers(ref reader, text),
        JsonTokenType.StartArray => BuildItems(ref reader, text),
        JsonTokenType.String => JsonValue.Create(text(ref reader)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Number => JsonValue.Create(JsonElement.ParseValue(ref reader)),
        _ => null,
    };

    private static JsonObject BuildMembers(ref Utf8JsonReader reader, TextReader text)
    {
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = text(ref reader);
            reader.Read();
            members[name] = Build(ref reader, text);
        }

        return members;
    }

    private static JsonArray BuildItems(ref Utf8JsonReader reader, TextReader text)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Build(ref reader, text));
        return items;
    }

#if NET10_0_OR_GREATER
    private const int MostNames = 64;

    private static JsonNode? Wrap(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element),
    };

    // A node around an element costs little, but reads texts and names only when it is asked for them: too late to say that they are damaged.
    private static bool IsSound(JsonElement element) => HasSoundTexts(JsonMarshal.GetRawUtf8Value(element)) && !MayRepeatNames(element);

    private static bool MayRepeatNames(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => MayRepeatNamesInObject(element),
        JsonValueKind.Array => MayRepeatNamesInArray(element),
        _ => false,
    };

    private static bool MayRepeatNamesInArray(JsonElement array)
    {
        foreach (var item in array.EnumerateArray())
        {
            if (MayRepeatNames(item))
                return true;
        }

        return false;
    }

    // Names of one hash, escaped names and many names are taken for repeated ones: that costs time, nothing else.
    private static bool MayRepeatNamesInObject(JsonElement members)
    {
        Span<int> hashes = stackalloc int[MostNames];
        var count = 0;
        foreach (var member in members.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            var hash = Utf8Names.Hash(name);
            if (count == MostNames || hashes[..count].Contains(hash) || name.Contains((byte)'\\') || MayRepeatNames(member.Value))
                return true;
            hashes[count++] = hash;
        }

        return false;
    }
#endif
}
