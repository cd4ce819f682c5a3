using System.Text.Json;

namespace TheThingsStack.Json;

/// <summary>Base64 as protobuf's JSON reads it: standard or URL-safe alphabet, padded or not.</summary>
internal static class Base64
{
    public static byte[] Decode(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        var bytes = new byte[standard.Length / 4 * 3];
        return Convert.TryFromBase64String(standard, bytes, out var written)
            ? bytes[..written]
            : throw new JsonException("Expected a base64 string.");
    }
}
