using System.Globalization;

namespace TheThingsStack.Values;

/// <summary>Digits of times and durations.</summary>
internal static class TimeText
{
    public const int NanosPerSecond = 1_000_000_000;
    public const int NanosPerTick = 100;
    private const int FractionDigits = 9;

    /// <summary>Reads a number of exactly so many digits at the front, and drops them.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits)
            return false;
        for (var i = 0; i < digits; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9)
                return false;
            number = (number * 10) + (int)digit;
        }

        text = text[digits..];
        return true;
    }

    /// <summary>Drops the character at the front if it is this one.</summary>
    public static bool TrySkip(ref ReadOnlySpan<char> text, char character)
    {
        if (text.IsEmpty || text[0] != character)
            return false;
        text = text[1..];
        return true;
    }

    /// <summary>Reads the digits at the front as a fraction of a second, in nanoseconds; says how many digits there were.</summary>
    public static int TakeNanos(ref ReadOnlySpan<char> text, out int nanos)
    {
        nanos = 0;
        var count = 0;
        for (; count < text.Length && char.IsAsciiDigit(text[count]); count++)
            if (count < FractionDigits)
                nanos = (nanos * 10) + (text[count] - '0');
        for (var i = count; i < FractionDigits; i++)
            nanos *= 10;
        text = text[count..];
        return count;
    }

    /// <summary>Writes a fraction of a second with its point and no zeros at the end; nothing for zero. There must be room for ten characters.</summary>
    public static int WriteNanos(int nanos, Span<char> text)
    {
        if (nanos == 0)
            return 0;
        text[0] = '.';
        nanos.TryFormat(text[1..], out _, "D9", CultureInfo.InvariantCulture);
        return text[..(FractionDigits + 1)].TrimEnd('0').Length;
    }

    /// <summary>Narrows ASCII characters to bytes.</summary>
    public static bool TryCopyAscii(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (destination.Length < text.Length)
            return false;
        for (; written < text.Length; written++)
            destination[written] = (byte)text[written];
        return true;
    }

    /// <summary>Times have one form, whatever the format asks.</summary>
    public static void CheckFormat(ReadOnlySpan<char> format, string type)
    {
        if (!format.IsEmpty)
            throw new FormatException($"{type} has one form only, so no format string.");
    }
}
