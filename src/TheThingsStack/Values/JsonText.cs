using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Values;

/// <summary>The text of a short JSON string.</summary>
internal static class JsonText
{
    /// <summary>More than any value of this library takes, escaped.</summary>
    public const int MaxLength = 256;

    /// <summary>Whether the reader is on a short string whose bytes are its text: it needs no copy.</summary>
    public static bool IsShort(ref Utf8JsonReader reader) => JsonRead.IsPlain(ref reader) && reader.ValueSpan.Length <= MaxLength;

    /// <summary>Copies the string that the reader is on, as UTF-8, and says how long it is.</summary>
    /// <exception cref="JsonException">No string, an empty one, one longer than the room for it, or a damaged one.</exception>
    public static int Read(ref Utf8JsonReader reader, scoped Span<byte> text)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A string is expected.");
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length == 0 || length > text.Length)
            throw new JsonException(length == 0 ? "The string must not be empty." : "The string is too long.");
        try
        {
            return reader.CopyString(text);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The string is not valid Unicode.", e);
        }
    }

    /// <summary>Copies the string that the reader is on, one character for each byte of UTF-8: what is not ASCII fits no format anyway.</summary>
    public static int Read(ref Utf8JsonReader reader, scoped Span<char> text)
    {
        Span<byte> bytes = stackalloc byte[text.Length];
        var length = Read(ref reader, bytes);
        for (var i = 0; i < length; i++)
            text[i] = (char)bytes[i];
        return length;
    }
}
