using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>The address of an end device within its network. Four bytes.</summary>
/// <remarks>Written as 8 upper-case hexadecimal digits. Read from digits of either case; in JSON also from base64; in addresses it is base64.</remarks>
[JsonConverter(typeof(JsonValueConverter<DevAddr>))]
[TypeConverter(typeof(ParsableTypeConverter<DevAddr>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct DevAddr
    : IJsonValue<DevAddr>, IQueryValue, IEquatable<DevAddr>, ISpanParsable<DevAddr>, ISpanFormattable, IUtf8SpanFormattable, IFixedBytes<DevAddr>
{
    private readonly uint _value;

    /// <summary>Takes a number, whose most significant byte is the first one.</summary>
    public DevAddr(uint value) => _value = value;

    static int IFixedBytes<DevAddr>.Size => 4;

    UInt128 IFixedBytes<DevAddr>.Bits => _value;

    /// <summary>Takes 4 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static DevAddr FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<DevAddr>(bytes);

    /// <summary>Reads 8 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DevAddr Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<DevAddr>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static DevAddr Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<DevAddr>(s);

    /// <summary>Reads 8 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out DevAddr result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out DevAddr)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DevAddr result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out DevAddr)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DevAddr result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static DevAddr ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<DevAddr>(ref reader);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(DevAddr left, DevAddr right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(DevAddr left, DevAddr right) => left._value != right._value;

    /// <summary>The value as a number, whose most significant byte is the first one.</summary>
    public uint ToUInt32() => _value;

    /// <summary>The 4 bytes, in the order in which they are written.</summary>
    public byte[] ToArray() => FixedBytes.ToArray(this);

    /// <summary>Copies the 4 bytes; false when there is no room for them.</summary>
    public bool TryCopyTo(Span<byte> destination) => FixedBytes.TryCopyTo(this, destination);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer) => FixedBytes.WriteTo(this, writer);

    /// <summary>URL-safe base64 with padding.</summary>
    public string ToQueryString() => FixedBytes.ToQueryString(this);

    /// <summary>8 upper-case hexadecimal digits.</summary>
    public override string ToString() => FixedBytes.ToString(this);

    /// <summary>8 hexadecimal digits: upper-case with the format X or none, lower-case with x.</summary>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null) => FixedBytes.ToString(this, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, destination, out charsWritten, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        FixedBytes.TryFormat(this, utf8Destination, out bytesWritten, format);

    /// <inheritdoc/>
    public bool Equals(DevAddr other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DevAddr other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static DevAddr IFixedBytes<DevAddr>.FromBits(UInt128 bits) => new((uint)bits);
}
