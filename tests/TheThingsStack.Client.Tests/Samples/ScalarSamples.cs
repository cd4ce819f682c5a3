using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;

namespace TheThingsStack.Client.Tests.Samples;

/// <summary>Values that are one JSON string, number or boolean.</summary>
internal static class ScalarSamples
{
    public static Sample Make(WireType type, Choices choices) => type.Kind switch
    {
        WireKind.Text => Text(choices.Text()),
        WireKind.Bool => choices.Next(2) == 0 ? new(true, true, "true") : new(false, false, "false"),
        WireKind.Int32 => Number((int)choices.Bits()),
        WireKind.UInt32 => Number((uint)choices.Bits()),
        WireKind.Int64 => Digits((long)choices.Bits()),
        WireKind.UInt64 => Digits(choices.Bits()),
        WireKind.Float => Real(BitConverter.UInt32BitsToSingle((uint)choices.Bits()), choices),
        WireKind.Double => Real(BitConverter.UInt64BitsToDouble(choices.Bits()), choices),
        WireKind.Base64 => Bytes(choices.Bytes(choices.Next(20))),
        WireKind.Hex => Hex(type, choices),
        WireKind.DevAddrPrefix => Prefix(choices),
        WireKind.Timestamp => Timestamp(choices),
        WireKind.Duration => Duration(choices),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static Sample Text(string text) => new(text, text, text);

    private static Sample Number<T>(T value)
        where T : IBinaryInteger<T> => new(value, JsonNode.Parse(value.ToString(null, CultureInfo.InvariantCulture)), value.ToString(null, CultureInfo.InvariantCulture));

    private static Sample Digits<T>(T value)
        where T : IBinaryInteger<T>
    {
        var digits = value.ToString(null, CultureInfo.InvariantCulture);
        return new(value, digits, digits);
    }

    private static Sample Real<T>(T value, Choices choices)
        where T : IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value) && !choices.Extremes)
            value = T.CreateChecked(choices.Next(1000)) / T.CreateChecked(8);
        var text = T.IsNaN(value) ? "NaN" : T.IsPositiveInfinity(value) ? "Infinity" : T.IsNegativeInfinity(value) ? "-Infinity" : value.ToString("R", CultureInfo.InvariantCulture);
        return new(value, T.IsFinite(value) ? JsonNode.Parse(text) : text, text);
    }

    private static Sample Bytes(byte[] bytes) => new(bytes, Convert.ToBase64String(bytes), UrlSafe(bytes));

    private static Sample Hex(WireType type, Choices choices)
    {
        var length = (int)ApiReference.Schema(type.Name!)["maxLength"]! / 2;
        var bytes = choices.Bytes(length);
        var hex = Convert.ToHexString(bytes);
        var clr = ClientTypes.Of(type).GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])!.Invoke(null, [hex, null])!;
        return new(clr, hex, UrlSafe(bytes));
    }

    private static string UrlSafe(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');

    private static Sample Prefix(Choices choices)
    {
        var length = choices.Next(33);
        var mask = length == 0 ? 0 : uint.MaxValue << (32 - length);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(uint)choices.Bits() & mask:X8}/{length}");
        return new(DevAddrPrefix.Parse(text, null), text, text);
    }

    private static Sample Timestamp(Choices choices)
    {
        var time = new DateTime((long)(choices.Bits() % (ulong)DateTime.MaxValue.Ticks / 10_000_000 * 10_000_000), DateTimeKind.Utc);
        var text = time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + Fraction(choices) + "Z";
        return new(TheThingsStack.Timestamp.Parse(text), text, text);
    }

    private static Sample Duration(Choices choices)
    {
        var sign = choices.Next(4) == 0 ? "-" : "";
        var text = (choices.Bits() % 315_576_000_000).ToString(CultureInfo.InvariantCulture) + Fraction(choices) + "s";
        text = text == "0s" ? text : sign + text;
        return new(TheThingsStack.Duration.Parse(text), text, text);
    }

    /// <summary>0 to 9 digits, the last of which is not 0.</summary>
    private static string Fraction(Choices choices)
    {
        var digits = choices.Next(10);
        if (digits == 0)
            return "";
        var text = new char[digits];
        for (var i = 0; i < digits; i++)
            text[i] = (char)('0' + choices.Next(10));
        if (text[^1] == '0')
            text[^1] = '5';
        return "." + new string(text);
    }
}
