using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack.Http;

/// <summary>Reads one line of a stream: <c>{"result":…}</c> or <c>{"error":…}</c>.</summary>
internal static class StreamLine
{
    /// <summary>Reads the result; false when the line holds an error.</summary>
    /// <exception cref="JsonException">It holds neither.</exception>
    public static bool TryRead<T>(ReadOnlySpan<byte> line, [MaybeNullWhen(false)] out T result)
        where T : IJsonValue<T>
    {
        var reader = new Utf8JsonReader(line);
        (result, var found) = (default, false);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object is expected.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isResult = reader.ValueTextEquals("result"u8);
            var isError = reader.ValueTextEquals("error"u8);
            reader.Read();
            if (isError && reader.TokenType != JsonTokenType.Null)
                return false;
            if (isResult)
                (result, found) = (T.ReadFrom(ref reader), true);
            else
                reader.Skip();
        }
        reader.Read();
        return found ? true : throw new JsonException("Neither a result nor an error.");
    }
}
