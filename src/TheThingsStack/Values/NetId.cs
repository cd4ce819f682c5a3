using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>The identifier of a LoRaWAN network. Three bytes.</summary>
/// <remarks>Written as 6 upper-case hexadecimal digits. Read from digits of either case; in JSON also from base64; in addresses it is base64.</remarks>
[JsonConverter(typeof(JsonValueConverter<NetId>))]
[TypeConverter(typeof(ParsableTypeConverter<NetId>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct NetId
    : IJsonValue<NetId>, IQueryValue, IEquatable<NetId>, ISpanParsable<NetId>, ISpanFormattable, IUtf8SpanFormattable, IFixedBytes<NetId>
{
    private readonly uint _value;

    /// <summary>Takes a number, whose most significant byte is the first one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than 24 bits.</exception>
    public NetId(uint value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0xFFFFFFu);
        _value = value;
    }

    static int IFixedBytes<NetId>.Size => 3;

    UInt128 IFixedBytes<NetId>.Bits => _value;

    /// <summary>Takes 3 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static NetId FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<NetId>(bytes);

    /// <summary>Reads 6 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static NetId Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<NetId>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static NetId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<NetId>(s);

    /// <summary>Reads 6 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out NetId result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out NetId)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out NetId result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out NetId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out NetId result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static NetId ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<NetId>(ref reader);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(NetId left, NetId right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(NetId left, NetId right) => left._value != right._value;

    /// <summary>The value as a number, whose most significant byte is the first one.</summary>
    public uint ToUInt32() => _value;

    /// <summary>The 3 bytes, in the order in which they are written.</summary>
    public byte[] ToArray() => FixedBytes.ToArray(this);

    /// <summary>Copies the 3 bytes; false when there is no room for them.</summary>
    public bool TryCopyTo(Span<byte> destination) => FixedBytes.TryCopyTo(this, destination);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer) => FixedBytes.WriteTo(this, writer);

    /// <summary>URL-safe base64 with padding.</summary>
    public string ToQueryString() => FixedBytes.ToQueryString(this);

    /// <summary>6 upper-case hexadecimal digits.</summary>
    public override string ToString() => FixedBytes.ToString(this);

    /// <summary>6 hexadecimal digits: upper-case with the format X or none, lower-case with x.</summary>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => FixedBytes.ToString(this, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, utf8Destination, out bytesWritten, format);

    /// <inheritdoc/>
    public bool Equals(NetId other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NetId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static NetId IFixedBytes<NetId>.FromBits(UInt128 bits) => new((uint)bits);
}
