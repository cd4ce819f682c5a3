using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Json;

/// <summary>Text.</summary>
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader) => JsonRead.String(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}

/// <summary>True or false.</summary>
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref Utf8JsonReader reader) => JsonRead.Boolean(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

/// <summary>A signed 32-bit integer: a JSON number; a string of digits is read too.</summary>
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref Utf8JsonReader reader) => JsonRead.Int32(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
}

/// <summary>An unsigned 32-bit integer: a JSON number; a string of digits is read too.</summary>
public readonly struct UInt32Codec : IJsonCodec<uint>
{
    /// <inheritdoc/>
    public static uint Read(ref Utf8JsonReader reader) => JsonRead.UInt32(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, uint value) => writer.WriteNumberValue(value);
}

/// <summary>A signed 64-bit integer: a string of digits, because JSON numbers lose precision in many readers; a number is read too.</summary>
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader) => JsonRead.Int64(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value) => JsonWrite.Digits(writer, value);
}

/// <summary>An unsigned 64-bit integer: a string of digits, because JSON numbers lose precision in many readers; a number is read too.</summary>
public readonly struct UInt64Codec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref Utf8JsonReader reader) => JsonRead.UInt64(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value) => JsonWrite.Digits(writer, value);
}

/// <summary>A signed 64-bit integer that travels as a JSON number, in references that do so.</summary>
public readonly struct Int64NumberCodec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader) => JsonRead.Int64(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}

/// <summary>An unsigned 64-bit integer that travels as a JSON number, in references that do so.</summary>
public readonly struct UInt64NumberCodec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref Utf8JsonReader reader) => JsonRead.UInt64(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);
}

/// <summary>A single-precision number; not-a-number and the infinities are the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
public readonly struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref Utf8JsonReader reader) => JsonRead.Single(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, float value) => JsonWrite.Number(writer, value);
}

/// <summary>A double-precision number; not-a-number and the infinities are the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader) => JsonRead.Double(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, double value) => JsonWrite.Number(writer, value);
}

/// <summary>Bytes as base64 with padding.</summary>
public readonly struct BytesCodec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref Utf8JsonReader reader) => JsonRead.Bytes(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);
}

/// <summary>A free-form JSON object (<c>google.protobuf.Struct</c>).</summary>
public readonly struct StructCodec : IJsonCodec<JsonObject>
{
    /// <inheritdoc/>
    public static JsonObject Read(ref Utf8JsonReader reader) => JsonRead.Struct(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonObject value) => value.WriteTo(writer);
}

/// <summary>Any JSON value, null included (<c>google.protobuf.Value</c>).</summary>
public readonly struct NodeCodec : IJsonCodec<JsonNode?>
{
    /// <inheritdoc/>
    public static JsonNode? Read(ref Utf8JsonReader reader) => JsonRead.Node(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }
}

/// <summary>A message, an enumeration or a domain value, each of which knows its own form.</summary>
public readonly struct ValueCodec<T> : IJsonCodec<T>
    where T : IJsonValue<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader) => T.ReadFrom(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);
}

/// <summary>A JSON array.</summary>
public readonly struct ListCodec<T, TCodec> : IJsonCodec<List<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static List<T> Read(ref Utf8JsonReader reader) => JsonRead.List<T, TCodec>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, List<T> value) => JsonWrite.Items<T, TCodec>(writer, value);
}

/// <summary>A JSON object whose members are the entries of a map.</summary>
public readonly struct MapCodec<TKey, TValue, TCodec> : IJsonCodec<Dictionary<TKey, TValue>>
    where TKey : notnull, ISpanParsable<TKey>
    where TCodec : IJsonCodec<TValue>
{
    /// <inheritdoc/>
    public static Dictionary<TKey, TValue> Read(ref Utf8JsonReader reader) => JsonRead.Map<TKey, TValue, TCodec>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Dictionary<TKey, TValue> value) => JsonWrite.Entries<TKey, TValue, TCodec>(writer, value);
}
