using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>An EUI-64: the DevEUI of a device, its JoinEUI, or the EUI of a gateway. Eight bytes; all zero is a legal value.</summary>
/// <remarks>Written as 16 upper-case hexadecimal digits. Read from digits of either case; in JSON also from base64; in addresses it is base64.</remarks>
[JsonConverter(typeof(JsonValueConverter<Eui64>))]
[TypeConverter(typeof(ParsableTypeConverter<Eui64>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Eui64
    : IJsonValue<Eui64>, IQueryValue, IEquatable<Eui64>, ISpanParsable<Eui64>, ISpanFormattable, IUtf8SpanFormattable, IFixedBytes<Eui64>
{
    private readonly ulong _value;

    /// <summary>Takes a number, whose most significant byte is the first one.</summary>
    public Eui64(ulong value) => _value = value;

    static int IFixedBytes<Eui64>.Size => 8;

    UInt128 IFixedBytes<Eui64>.Bits => _value;

    /// <summary>Takes 8 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static Eui64 FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<Eui64>(bytes);

    /// <summary>Reads 16 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Eui64 Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<Eui64>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Eui64 Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<Eui64>(s);

    /// <summary>Reads 16 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Eui64 result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out Eui64)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Eui64 result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out Eui64)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Eui64 result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static Eui64 ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<Eui64>(ref reader);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Eui64 left, Eui64 right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Eui64 left, Eui64 right) => left._value != right._value;

    /// <summary>The value as a number, whose most significant byte is the first one.</summary>
    public ulong ToUInt64() => _value;

    /// <summary>The 8 bytes, in the order in which they are written.</summary>
    public byte[] ToArray() => FixedBytes.ToArray(this);

    /// <summary>Copies the 8 bytes; false when there is no room for them.</summary>
    public bool TryCopyTo(Span<byte> destination) => FixedBytes.TryCopyTo(this, destination);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer) => FixedBytes.WriteTo(this, writer);

    /// <summary>URL-safe base64 with padding.</summary>
    public string ToQueryString() => FixedBytes.ToQueryString(this);

    /// <summary>16 upper-case hexadecimal digits.</summary>
    public override string ToString() => FixedBytes.ToString(this);

    /// <summary>16 hexadecimal digits: upper-case with the format X or none, lower-case with x.</summary>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => FixedBytes.ToString(this, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, utf8Destination, out bytesWritten, format);

    /// <inheritdoc/>
    public bool Equals(Eui64 other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Eui64 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static Eui64 IFixedBytes<Eui64>.FromBits(UInt128 bits) => new((ulong)bits);
}
