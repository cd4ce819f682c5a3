using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Json;

/// <summary>Writes the members of generated messages. A null value is not written: absent and null are one on this API.</summary>
public static class JsonWrite
{
    /// <summary>Writes text.</summary>
    public static void String(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Writes true or false.</summary>
    public static void Boolean(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } present)
            writer.WriteBoolean(name, present);
    }

    /// <summary>Writes a signed 32-bit integer as a number.</summary>
    public static void Int32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } present)
            writer.WriteNumber(name, present);
    }

    /// <summary>Writes an unsigned 32-bit integer as a number.</summary>
    public static void UInt32(Utf8JsonWriter writer, ReadOnlySpan<byte> name, uint? value)
    {
        if (value is { } present)
            writer.WriteNumber(name, present);
    }

    /// <summary>Writes a signed 64-bit integer as a string of digits.</summary>
    public static void Int64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is not { } present)
            return;
        writer.WritePropertyName(name);
        Digits(writer, present);
    }

    /// <summary>Writes an unsigned 64-bit integer as a string of digits.</summary>
    public static void UInt64(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is not { } present)
            return;
        writer.WritePropertyName(name);
        Digits(writer, present);
    }

    /// <summary>Writes a signed 64-bit integer as a number, in references that want it so.</summary>
    public static void Int64Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } present)
            writer.WriteNumber(name, present);
    }

    /// <summary>Writes an unsigned 64-bit integer as a number, in references that want it so.</summary>
    public static void UInt64Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ulong? value)
    {
        if (value is { } present)
            writer.WriteNumber(name, present);
    }

    /// <summary>Writes a single-precision number.</summary>
    public static void Single(Utf8JsonWriter writer, ReadOnlySpan<byte> name, float? value)
    {
        if (value is not { } present)
            return;
        writer.WritePropertyName(name);
        Number(writer, present);
    }

    /// <summary>Writes a double-precision number.</summary>
    public static void Double(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value)
    {
        if (value is not { } present)
            return;
        writer.WritePropertyName(name);
        Number(writer, present);
    }

    /// <summary>Writes bytes as base64.</summary>
    public static void Bytes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is not null)
            writer.WriteBase64String(name, value);
    }

    /// <summary>Writes a free-form object or any other JSON value.</summary>
    public static void Node(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonNode? value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    /// <summary>Writes a message, a mask or another value that knows its own form.</summary>
    public static void Object<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : class, IJsonValue<T>
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    /// <summary>Writes an enumeration or a domain value.</summary>
    public static void Value<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value)
        where T : struct, IJsonValue<T>
    {
        if (value is not { } present)
            return;
        writer.WritePropertyName(name);
        present.WriteTo(writer);
    }

    /// <summary>Writes an array; an empty one is written, because it says that there are none.</summary>
    public static void List<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? items)
        where TCodec : IJsonCodec<T>
    {
        if (items is null)
            return;
        writer.WritePropertyName(name);
        Items<T, TCodec>(writer, items);
    }

    /// <summary>Writes an array of messages, enumerations or domain values.</summary>
    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? items)
        where T : IJsonValue<T> => List<T, ValueCodec<T>>(writer, name, items);

    /// <summary>Writes a map as an object.</summary>
    public static void Map<TKey, TValue, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Dictionary<TKey, TValue>? entries)
        where TKey : notnull, ISpanParsable<TKey>
        where TCodec : IJsonCodec<TValue>
    {
        if (entries is null)
            return;
        writer.WritePropertyName(name);
        Entries<TKey, TValue, TCodec>(writer, entries);
    }

    /// <summary>Writes the array itself, without a name before it.</summary>
    public static void Items<T, TCodec>(Utf8JsonWriter writer, List<T> items)
        where TCodec : IJsonCodec<T>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            TCodec.Write(writer, item);
        writer.WriteEndArray();
    }

    /// <summary>Writes the object of a map, without a name before it.</summary>
    public static void Entries<TKey, TValue, TCodec>(Utf8JsonWriter writer, Dictionary<TKey, TValue> entries)
        where TKey : notnull, ISpanParsable<TKey>
        where TCodec : IJsonCodec<TValue>
    {
        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(Convert.ToString(key, CultureInfo.InvariantCulture)!);
            TCodec.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    internal static void Digits(Utf8JsonWriter writer, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        writer.WriteStringValue(digits[..length]);
    }

    internal static void Digits(Utf8JsonWriter writer, ulong value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        writer.WriteStringValue(digits[..length]);
    }

    internal static void Number(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(NameOf(value));
    }

    internal static void Number(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(NameOf(value));
    }

    private static ReadOnlySpan<byte> NameOf(double value) =>
        double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8;
}
