namespace TheThingsStack.Emulator.Wire;

/// <summary>Binary values in text: base 64 with or without padding, in both alphabets, and hexadecimal digits.</summary>
internal static class Bytes
{
    public static bool TryFromBase64(string text, out byte[] bytes)
    {
        var standard = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        bytes = new byte[standard.Length * 3 / 4];
        var padded = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        return standard.Length % 4 != 1 && Convert.TryFromBase64String(padded, bytes, out var written) && written == bytes.Length;
    }

    /// <summary>Reads a value of fixed length as bodies may write it: hexadecimal in any case, or base 64.</summary>
    public static bool TryFromHexOrBase64(string text, int length, out byte[] bytes)
    {
        if (text.Length == 2 * length && text.All(char.IsAsciiHexDigit))
        {
            bytes = Convert.FromHexString(text);
            return true;
        }

        return TryFromBase64(text, out bytes) && bytes.Length == length;
    }
}
