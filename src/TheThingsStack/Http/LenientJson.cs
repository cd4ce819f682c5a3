using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Http;

/// <summary>
/// Reads JSON that may be damaged. Of a key given twice the last counts, damaged texts are mended: neither may throw later, when
/// somebody looks into an error.
/// </summary>
internal static class LenientJson
{
    /// <summary>The object that the bytes are; null if they are none.</summary>
    public static JsonObject? ReadObject(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            var node = reader.Read() ? ReadNode(ref reader) : null;
            return node is JsonObject found && !reader.Read() ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? ReadNode(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadMembers(ref reader),
        JsonTokenType.StartArray => ReadItems(ref reader),
        JsonTokenType.String => JsonValue.Create(ReadText(ref reader)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Number => JsonValue.Create(JsonElement.ParseValue(ref reader)),
        _ => null,
    };

    private static JsonObject ReadMembers(ref Utf8JsonReader reader)
    {
        var members = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = ReadText(ref reader);
            reader.Read();
            members[name] = ReadNode(ref reader);
        }
        return members;
    }

    private static JsonArray ReadItems(ref Utf8JsonReader reader)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadNode(ref reader));
        return items;
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8, or half of a surrogate pair: shown as written, with replacement characters.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
