using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>A hardware address of a network interface or an access point (BSSID). Six bytes.</summary>
/// <remarks>Written as 12 upper-case hexadecimal digits. Read from digits of either case; in JSON also from base64; in addresses it is base64.</remarks>
[JsonConverter(typeof(JsonValueConverter<MacAddress>))]
[TypeConverter(typeof(ParsableTypeConverter<MacAddress>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct MacAddress
    : IJsonValue<MacAddress>, IQueryValue, IEquatable<MacAddress>, ISpanParsable<MacAddress>, ISpanFormattable, IUtf8SpanFormattable, IFixedBytes<MacAddress>
{
    private readonly ulong _value;

    private MacAddress(ulong value) => _value = value;

    static int IFixedBytes<MacAddress>.Size => 6;

    UInt128 IFixedBytes<MacAddress>.Bits => _value;

    /// <summary>Takes 6 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static MacAddress FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<MacAddress>(bytes);

    /// <summary>Reads 12 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static MacAddress Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<MacAddress>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static MacAddress Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<MacAddress>(s);

    /// <summary>Reads 12 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out MacAddress result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out MacAddress)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MacAddress result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out MacAddress)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MacAddress result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static MacAddress ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<MacAddress>(ref reader);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(MacAddress left, MacAddress right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(MacAddress left, MacAddress right) => left._value != right._value;

    /// <summary>The 6 bytes, in the order in which they are written.</summary>
    public byte[] ToArray() => FixedBytes.ToArray(this);

    /// <summary>Copies the 6 bytes; false when there is no room for them.</summary>
    public bool TryCopyTo(Span<byte> destination) => FixedBytes.TryCopyTo(this, destination);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer) => FixedBytes.WriteTo(this, writer);

    /// <summary>URL-safe base64 with padding.</summary>
    public string ToQueryString() => FixedBytes.ToQueryString(this);

    /// <summary>12 upper-case hexadecimal digits.</summary>
    public override string ToString() => FixedBytes.ToString(this);

    /// <summary>12 hexadecimal digits: upper-case with the format X or none, lower-case with x.</summary>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => FixedBytes.ToString(this, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, utf8Destination, out bytesWritten, format);

    /// <inheritdoc/>
    public bool Equals(MacAddress other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MacAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static MacAddress IFixedBytes<MacAddress>.FromBits(UInt128 bits) => new((ulong)bits);
}
