using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Json;

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
            var node = reader.Read() ? JsonNodes.Build(ref reader, ReadText) : null;
            return node is JsonObject found && !reader.Read() ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
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
