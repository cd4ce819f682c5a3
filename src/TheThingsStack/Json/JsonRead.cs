using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Values;

namespace TheThingsStack.Json;

/// <summary>Reads what generated messages are made of. Every method expects the reader on the first token of the value.</summary>
/// <remarks>The server writes 64-bit integers as strings and some enumerations as numbers, and a few of its answers swap the two; both forms are read everywhere.</remarks>
public static class JsonRead
{
    // As many as fit 64 bits, whatever they are.
    internal const int MostDigits = 18;

    private const NumberStyles RealNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads text.</summary>
    public static string String(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw Unexpected(ref reader, "a string");

    /// <summary>Reads true or false.</summary>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected(ref reader, "true or false"),
    };

    /// <summary>Reads a signed 32-bit integer, as a number or as a string.</summary>
    public static int Int32(ref Utf8JsonReader reader) =>
        TryShort(ref reader, out var value) && value == (int)value ? (int)value : Integer<int>(ref reader);

    /// <summary>Reads an unsigned 32-bit integer, as a number or as a string.</summary>
    public static uint UInt32(ref Utf8JsonReader reader) =>
        TryShort(ref reader, out var value) && value == (uint)value ? (uint)value : Integer<uint>(ref reader);

    /// <summary>Reads a signed 64-bit integer, as a string or as a number.</summary>
    public static long Int64(ref Utf8JsonReader reader) => TryShort(ref reader, out var value) ? value : Integer<long>(ref reader);

    /// <summary>Reads an unsigned 64-bit integer, as a string or as a number.</summary>
    public static ulong UInt64(ref Utf8JsonReader reader) => TryShort(ref reader, out var value) && value >= 0 ? (ulong)value : Integer<ulong>(ref reader);

    /// <summary>Reads a single-precision number, as a number or as a string (<c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>).</summary>
    public static float Single(ref Utf8JsonReader reader) =>
        ShortDecimal.TryRead(ref reader, out float value) || (reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out value) && float.IsFinite(value)) ? value : Real<float>(ref reader);

    /// <summary>Reads a double-precision number, as a number or as a string (<c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>).</summary>
    public static double Double(ref Utf8JsonReader reader) =>
        ShortDecimal.TryRead(ref reader, out double value) || (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value) && double.IsFinite(value)) ? value : Real<double>(ref reader);

    /// <summary>Reads bytes in base64, padded or not, of either alphabet.</summary>
    public static byte[] Bytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected(ref reader, "a base64 string");
        return !reader.ValueIsEscaped && reader.TryGetBytesFromBase64(out var bytes) ? bytes : Base64.Decode(Text(ref reader));
    }

    /// <summary>Reads a free-form object. Of a name given twice the last counts.</summary>
    public static JsonObject Struct(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject ? (JsonObject)JsonNodes.Read(ref reader)! : throw Unexpected(ref reader, "an object");

    /// <summary>Reads any value, null included. Of a name given twice the last counts.</summary>
    public static JsonNode? Node(ref Utf8JsonReader reader) => JsonNodes.Read(ref reader);

    /// <summary>Reads the members of an object into a message; unknown ones and nulls are passed over.</summary>
    public static void Message(ref Utf8JsonReader reader, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.ReadMembers(ref reader);
    }

    /// <summary>Reads a message, an enumeration or a domain value.</summary>
    public static T Value<T>(ref Utf8JsonReader reader)
        where T : IJsonValue<T> => T.ReadFrom(ref reader);

    /// <summary>Reads an array; a null item is passed over.</summary>
    public static List<T> List<T, TCodec>(ref Utf8JsonReader reader)
        where TCodec : IJsonCodec<T>
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unexpected(ref reader, "an array");
        var few = default(Few<T>);
        List<T>? many = null;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            var item = TCodec.Read(ref reader);
            if (count < Few<T>.Capacity)
                few[count] = item;
            else
                (many ??= ToList(few, count, count * 4)).Add(item);
            count++;
        }

        return many ?? ToList(few, count, count);
    }

    private static List<T> ToList<T>(in Few<T> few, int count, int capacity)
    {
        var list = new List<T>(capacity);
        list.AddRange(((ReadOnlySpan<T>)few)[..count]);
        return list;
    }

    /// <summary>Reads an array of messages, enumerations or domain values.</summary>
    public static List<T> List<T>(ref Utf8JsonReader reader)
        where T : IJsonValue<T> => List<T, ValueCodec<T>>(ref reader);

    /// <summary>Reads a map: an object whose member names are the keys. The last of equal keys wins; a null value is passed over.</summary>
    public static Dictionary<TKey, TValue> Map<TKey, TValue, TCodec>(ref Utf8JsonReader reader)
        where TKey : notnull, ISpanParsable<TKey>
        where TCodec : IJsonCodec<TValue>
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, "an object");
        var entries = new Dictionary<TKey, TValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            if (!TKey.TryParse(name, CultureInfo.InvariantCulture, out var key))
                throw new JsonException($"The key of a map is not a {typeof(TKey).Name}.");
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
                entries[key] = TCodec.Read(ref reader);
        }

        return entries;
    }

    /// <summary>The exception for a token that is not what the message says.</summary>
    public static JsonException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"Expected {expected}, found {Describe(reader.TokenType)} at byte {reader.TokenStartIndex.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>Whether the reader is on a string whose bytes are its text.</summary>
    internal static bool IsPlain(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsVerbatim(ref reader);

    /// <summary>Whether the bytes of the string or the name that the reader is on are its text.</summary>
    internal static bool IsVerbatim(ref Utf8JsonReader reader) => !reader.HasValueSequence && !reader.ValueIsEscaped;

    /// <summary>The text of the string or the name that the reader is on.</summary>
    internal static string Text(ref Utf8JsonReader reader)
    {
        if (IsVerbatim(ref reader) && Ascii.IsValid(reader.ValueSpan))
            return Encoding.Latin1.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The text is not valid Unicode.", e);
        }
    }

    // What nearly all integers are: a few digits, in quotes or not.
    private static bool TryShort(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        if (reader.HasValueSequence || reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
            return false;
        var digits = reader.ValueSpan;
        var isNegative = digits.Length > 1 && digits[0] == (byte)'-';
        if (isNegative)
            digits = digits[1..];
        if (digits.Length is 0 or > MostDigits)
            return false;
        foreach (var c in digits)
        {
            if (c - (uint)'0' is not (<= 9 and var digit))
                return false;
            value = (value * 10) + digit;
        }

        value = isNegative ? -value : value;
        return true;
    }

    private static T Integer<T>(ref Utf8JsonReader reader)
        where T : struct, INumber<T>
    {
        Span<byte> buffer = stackalloc byte[JsonText.MaxLength];
        ReadOnlySpan<byte> text = buffer[..CopyToken(ref reader, buffer)];
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;

        // "1.0" and "1e3" are integers too, as the server reads them.
        if (double.TryParse(text, RealNumber, CultureInfo.InvariantCulture, out var real) && Math.Abs(real) < 1L << 53 && real == Math.Truncate(real))
        {
            try
            {
                return T.CreateChecked(real);
            }
            catch (OverflowException)
            {
                throw Unexpected(ref reader, "an integer in range");
            }
        }

        throw Unexpected(ref reader, "an integer in range");
    }

    private static T Real<T>(ref Utf8JsonReader reader)
        where T : struct, IFloatingPointIeee754<T>
    {
        Span<byte> buffer = stackalloc byte[JsonText.MaxLength];
        ReadOnlySpan<byte> text = buffer[..CopyToken(ref reader, buffer)];
        if (text.SequenceEqual("NaN"u8))
            return T.NaN;
        if (text.SequenceEqual("Infinity"u8))
            return T.PositiveInfinity;
        if (text.SequenceEqual("-Infinity"u8))
            return T.NegativeInfinity;
        return T.TryParse(text, RealNumber, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value)
            ? value
            : throw Unexpected(ref reader, "a number in range");
    }

    private static int CopyToken(ref Utf8JsonReader reader, scoped Span<byte> buffer)
    {
        if (reader.TokenType == JsonTokenType.String)
            return JsonText.Read(ref reader, buffer);
        if (reader.TokenType != JsonTokenType.Number)
            throw Unexpected(ref reader, "a number");
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > buffer.Length)
            throw Unexpected(ref reader, "a number of usual length");
        if (reader.HasValueSequence)
            BuffersExtensions.CopyTo(reader.ValueSequence, buffer);
        else
            reader.ValueSpan.CopyTo(buffer);
        return (int)length;
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "the end",
    };
}
