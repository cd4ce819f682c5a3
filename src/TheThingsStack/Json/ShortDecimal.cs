using System.Buffers.Text;
using System.Numerics;
using System.Text.Json;
using TheThingsStack.Values;

namespace TheThingsStack.Json;

/// <summary>Numbers of few digits, as coordinates and signal levels are: read and written by one division, without the search for the nearest number or the shortest text.</summary>
internal static class ShortDecimal
{
    /// <summary>The bytes that any of them needs: a sign, six digits, the point, seven digits.</summary>
    public const int Longest = 15;

    // Between these, .NET writes no exponent, and a number times the greatest power is exact.
    private const double Least = 1e-4;
    private const double Beyond = 1e6;

    private const int MostDecimalsWritten = 7;

    private static ReadOnlySpan<long> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    ];

    /// <summary>Reads a number of digits, perhaps with a point among them: the quotient of two numbers that the type holds exactly is the nearest to it. False for any other.</summary>
    public static bool TryRead<T>(ref Utf8JsonReader reader, out T value)
        where T : struct, IFloatingPointIeee754<T>
    {
        value = default;
        if (reader.HasValueSequence || reader.TokenType != JsonTokenType.Number || reader.ValueSpan.Length > JsonRead.MostDigits)
            return false;
        var text = reader.ValueSpan;
        var isNegative = text[0] == (byte)'-';
        var (digits, point) = (0L, text.Length - 1);
        for (var i = isNegative ? 1 : 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'.')
                point = i;
            else if (text[i] - (uint)'0' is <= 9 and var digit)
                digits = (digits * 10) + digit;
            else
                return false;
        }

        var decimals = text.Length - 1 - point;
        var (most, mostDecimals) = typeof(T) == typeof(float) ? (1L << 24, 10) : (1L << 53, Powers.Length - 1);
        if (digits > most || decimals > mostDecimals)
            return false;
        value = T.CreateTruncating(digits) / T.CreateTruncating(Powers[decimals]);
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Writes the number with the fewest decimals that are read back as the same number; false where these are too many.</summary>
    public static bool TryWrite<T>(T value, Span<byte> text, out int length)
        where T : struct, IFloatingPointIeee754<T>
    {
        var real = double.CreateTruncating(value);
        if (Math.Abs(real) is >= Least and < Beyond)
        {
            for (var decimals = 0; decimals <= MostDecimalsWritten; decimals++)
            {
                var scaled = Math.Round(real * Powers[decimals]);
                if (T.CreateTruncating(scaled / Powers[decimals]) != value)
                    continue;
                length = Write((long)scaled, decimals, text);
                return true;
            }
        }

        length = 0;
        return false;
    }

    private static int Write(long scaled, int decimals, Span<byte> text)
    {
        var length = 0;
        if (scaled < 0)
            text[length++] = (byte)'-';
        var (whole, fraction) = Math.DivRem(Math.Abs(scaled), Powers[decimals]);
        Utf8Formatter.TryFormat(whole, text[length..], out var written);
        length += written;
        if (decimals == 0)
            return length;
        text[length++] = (byte)'.';
        TimeText.Write((int)fraction, text.Slice(length, decimals));
        return length + decimals;
    }
}
