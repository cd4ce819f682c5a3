using System.Numerics;
using System.Runtime.CompilerServices;

namespace TheThingsStack.Values;

/// <summary>Digits of times and durations, in characters or in UTF-8.</summary>
internal static class TimeText
{
    public const int NanosPerSecond = 1_000_000_000;
    public const int NanosPerTick = 100;
    private const int FractionDigits = 9;
    private const int NoNumber = -1_000_000;

    /// <summary>The number of two digits at a place; far below zero where they are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pair<TChar>(ReadOnlySpan<TChar> text, int at)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var (ten, one) = (uint.CreateTruncating(text[at]) - '0', uint.CreateTruncating(text[at + 1]) - '0');
        return ten <= 9 && one <= 9 ? (int)((ten * 10) + one) : NoNumber;
    }

    /// <summary>Whether a character is this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is<TChar>(TChar found, char character)
        where TChar : unmanaged, IBinaryInteger<TChar> => uint.CreateTruncating(found) == character;

    /// <summary>Drops the character at the front if it is this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TrySkip<TChar>(ref ReadOnlySpan<TChar> text, char character)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (text.IsEmpty || !Is(text[0], character))
            return false;
        text = text[1..];
        return true;
    }

    /// <summary>Reads the digits at the front as a fraction of a second, in nanoseconds; says how many digits there were.</summary>
    public static int TakeNanos<TChar>(ref ReadOnlySpan<TChar> text, out int nanos)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        nanos = 0;
        var count = 0;
        for (; count < text.Length && uint.CreateTruncating(text[count]) - '0' is <= 9 and var digit; count++)
            if (count < FractionDigits)
                nanos = (nanos * 10) + (int)digit;
        for (var i = count; i < FractionDigits; i++)
            nanos *= 10;
        text = text[count..];
        return count;
    }

    /// <summary>Reads the digits at the front as a number, as long as it is not beyond the most, and says how many digits there were.</summary>
    public static int TakeWhole<TChar>(ref ReadOnlySpan<TChar> text, long most, out long number)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        number = 0;
        var count = 0;
        for (; count < text.Length && uint.CreateTruncating(text[count]) - '0' is <= 9 and var digit; count++)
        {
            if (number > (most - digit) / 10)
                return 0;
            number = (number * 10) + digit;
        }

        text = text[count..];
        return count;
    }

    /// <summary>Fills the text with the last digits of a number.</summary>
    public static void Write<TChar>(int number, Span<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            text[at] = TChar.CreateTruncating('0' + digit);
        }
    }

    /// <summary>Writes a fraction of a second with its point and no zeros at the end; nothing for zero. There must be room for ten characters.</summary>
    public static int WriteNanos<TChar>(int nanos, Span<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (nanos == 0)
            return 0;
        text[0] = TChar.CreateTruncating('.');
        Write(nanos, text.Slice(1, FractionDigits));
        return text[..(FractionDigits + 1)].TrimEnd(TChar.CreateTruncating('0')).Length;
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
