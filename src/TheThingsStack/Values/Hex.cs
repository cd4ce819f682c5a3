using System.Numerics;

namespace TheThingsStack.Values;

/// <summary>Hexadecimal digits to numbers and back, for characters and for UTF-8.</summary>
internal static class Hex
{
    /// <summary>Reads exactly <paramref name="size"/> bytes: digits of either case, with or without one kind of separator (<c>-</c> or <c>:</c>) between bytes.</summary>
    public static bool TryRead<TChar>(ReadOnlySpan<TChar> text, int size, out UInt128 bits)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        bits = default;
        var step = text.Length == size * 2 ? 2 : 3;
        if (text.Length != (size * step) - (step - 2))
            return false;
        ulong high = 0, low = 0;
        for (var at = 0; at < text.Length; at += step)
        {
            var value = (Digit(text[at]) << 4) | Digit(text[at + 1]);
            if (value < 0 || !IsSeparated(text, at, step))
                return false;
            high = (high << 8) | (low >> 56);
            low = (low << 8) | (uint)value;
        }
        bits = new UInt128(high, low);
        return true;
    }

    /// <summary>Fills the text with the digits of the number's last bytes, two per byte.</summary>
    public static void Write<TChar>(UInt128 bits, Span<TChar> text, bool lowerCase = false)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var digits = lowerCase ? "0123456789abcdef"u8 : "0123456789ABCDEF"u8;
        var (high, low) = ((ulong)(bits >> 64), (ulong)bits);
        for (var at = text.Length - 1; at >= 0; at--)
        {
            text[at] = TChar.CreateTruncating(digits[(int)(low & 0xF)]);
            low = (low >> 4) | (high << 60);
            high >>= 4;
        }
    }

    // After each byte but the last stands the same separator as after the first.
    private static bool IsSeparated<TChar>(ReadOnlySpan<TChar> text, int at, int step)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (step == 2 || at + 2 >= text.Length)
            return true;
        var separator = int.CreateTruncating(text[at + 2]);
        return separator is '-' or ':' && text[at + 2] == text[2];
    }

    private static int Digit<TChar>(TChar character)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var c = int.CreateTruncating(character);
        if (c is >= '0' and <= '9')
            return c - '0';
        var letter = c | 0x20;
        return letter is >= 'a' and <= 'f' ? letter - 'a' + 10 : -1;
    }
}
