using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>The number that a Join Server sends in a join accept. Three bytes.</summary>
/// <remarks>Written as 6 upper-case hexadecimal digits. Read from digits of either case; in JSON also from base64; in addresses it is base64.</remarks>
[JsonConverter(typeof(JsonValueConverter<JoinNonce>))]
[TypeConverter(typeof(ParsableTypeConverter<JoinNonce>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct JoinNonce
    : IJsonValue<JoinNonce>, IQueryValue, IEquatable<JoinNonce>, ISpanParsable<JoinNonce>, ISpanFormattable, IUtf8SpanFormattable, IFixedBytes<JoinNonce>
{
    private readonly uint _value;

    /// <summary>Takes a number, whose most significant byte is the first one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than 24 bits.</exception>
    public JoinNonce(uint value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0xFFFFFFu);
        _value = value;
    }

    static int IFixedBytes<JoinNonce>.Size => 3;

    UInt128 IFixedBytes<JoinNonce>.Bits => _value;

    /// <summary>Takes 3 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static JoinNonce FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<JoinNonce>(bytes);

    /// <summary>Reads 6 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static JoinNonce Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<JoinNonce>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static JoinNonce Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<JoinNonce>(s);

    /// <summary>Reads 6 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out JoinNonce result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out JoinNonce)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out JoinNonce result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out JoinNonce)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out JoinNonce result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static JoinNonce ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<JoinNonce>(ref reader);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(JoinNonce left, JoinNonce right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(JoinNonce left, JoinNonce right) => left._value != right._value;

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
    public bool Equals(JoinNonce other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JoinNonce other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static JoinNonce IFixedBytes<JoinNonce>.FromBits(UInt128 bits) => new((uint)bits);
}
