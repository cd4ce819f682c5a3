using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>The number that a device sends in a join request. Two bytes.</summary>
/// <remarks>Written as 4 upper-case hexadecimal digits. Read from digits of either case; in JSON also from base64; in addresses it is base64.</remarks>
[JsonConverter(typeof(JsonValueConverter<DevNonce>))]
[TypeConverter(typeof(ParsableTypeConverter<DevNonce>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct DevNonce
    : IJsonValue<DevNonce>, IQueryValue, IEquatable<DevNonce>, ISpanParsable<DevNonce>, ISpanFormattable, IUtf8SpanFormattable, IFixedBytes<DevNonce>
{
    private readonly ushort _value;

    /// <summary>Takes a number, whose most significant byte is the first one.</summary>
    public DevNonce(ushort value) => _value = value;

    static int IFixedBytes<DevNonce>.Size => 2;

    UInt128 IFixedBytes<DevNonce>.Bits => _value;

    /// <summary>Takes 2 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static DevNonce FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<DevNonce>(bytes);

    /// <summary>Reads 4 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DevNonce Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<DevNonce>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static DevNonce Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<DevNonce>(s);

    /// <summary>Reads 4 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out DevNonce result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out DevNonce)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DevNonce result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out DevNonce)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DevNonce result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static DevNonce ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<DevNonce>(ref reader);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(DevNonce left, DevNonce right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(DevNonce left, DevNonce right) => left._value != right._value;

    /// <summary>The value as a number, whose most significant byte is the first one.</summary>
    public ushort ToUInt16() => _value;

    /// <summary>The 2 bytes, in the order in which they are written.</summary>
    public byte[] ToArray() => FixedBytes.ToArray(this);

    /// <summary>Copies the 2 bytes; false when there is no room for them.</summary>
    public bool TryCopyTo(Span<byte> destination) => FixedBytes.TryCopyTo(this, destination);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer) => FixedBytes.WriteTo(this, writer);

    /// <summary>URL-safe base64 with padding.</summary>
    public string ToQueryString() => FixedBytes.ToQueryString(this);

    /// <summary>4 upper-case hexadecimal digits.</summary>
    public override string ToString() => FixedBytes.ToString(this);

    /// <summary>4 hexadecimal digits: upper-case with the format X or none, lower-case with x.</summary>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => FixedBytes.ToString(this, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, utf8Destination, out bytesWritten, format);

    /// <inheritdoc/>
    public bool Equals(DevNonce other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DevNonce other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static DevNonce IFixedBytes<DevNonce>.FromBits(UInt128 bits) => new((ushort)bits);
}
