using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Http;

/// <summary>Reads whole JSON documents.</summary>
internal static class JsonMessage
{
    /// <summary>Reads a document that is one value and nothing else.</summary>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
        where T : IJsonValue<T>
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var value = T.ReadFrom(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>Checks that the document is an object, whatever is in it, or empty.</summary>
    public static void CheckEmpty(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object is expected.");
        reader.Skip();
        reader.Read();
    }

    /// <summary>Whether this is what reading throws for JSON that does not fit.</summary>
    public static bool IsMisfit(Exception e) => e is JsonException or InvalidOperationException or FormatException or OverflowException;
}
