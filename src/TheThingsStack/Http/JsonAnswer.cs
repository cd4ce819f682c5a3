using System.Text.Json;

namespace TheThingsStack.Http;

/// <summary>What an answer may be when the message is not all that counts.</summary>
internal static class JsonAnswer
{
    /// <summary>Checks that the answer is an object, whatever is in it, or nothing at all: a page of some proxy is no success.</summary>
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
