using System.Buffers;
using System.Text;
using System.Text.Json;
using TheThingsStack.Json;

namespace TheThingsStack;

/// <summary>Messages from and to JSON text, in the server's own form.</summary>
public static class MessageJson
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not that of this message.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json)
        where T : IJsonValue<T>
    {
        var reader = new Utf8JsonReader(utf8Json);
        if (!reader.Read())
            throw new JsonException("Expected JSON, found nothing.");
        var value = T.ReadFrom(ref reader);
        return reader.Read() ? throw new JsonException("Expected the end of the JSON text.") : value;
    }

    /// <inheritdoc cref="Parse{T}(ReadOnlySpan{byte})"/>
    public static T Parse<T>(string json)
        where T : IJsonValue<T> => Parse<T>(Encoding.UTF8.GetBytes(json));

    /// <summary>Writes a message as UTF-8 JSON. Secrets in it, such as keys, are written in full.</summary>
    public static byte[] ToUtf8Bytes<T>(T value)
        where T : IJsonValue<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            value.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a message as JSON text. Secrets in it, such as keys, are written in full.</summary>
    public static string ToText<T>(T value)
        where T : IJsonValue<T> => Encoding.UTF8.GetString(ToUtf8Bytes(value));
}
