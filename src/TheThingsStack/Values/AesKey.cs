using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>
/// An AES-128 key. It shows itself neither in <see cref="ToString"/> nor in a debugger nor in an interpolated string: only
/// <see cref="ToHexString"/>, <see cref="ToArray"/>, <see cref="TryCopyTo"/> and the JSON that is meant for the server have its digits.
/// </summary>
[JsonConverter(typeof(JsonValueConverter<AesKey>))]
[TypeConverter(typeof(ParsableTypeConverter<AesKey>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct AesKey : IJsonValue<AesKey>, IQueryValue, IEquatable<AesKey>, ISpanParsable<AesKey>, IFixedBytes<AesKey>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly UInt128 _value;

    private AesKey(UInt128 value) => _value = value;

    static int IFixedBytes<AesKey>.Size => 16;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    UInt128 IFixedBytes<AesKey>.Bits => _value;

    /// <summary>Takes 16 bytes, in the order in which they are written.</summary>
    /// <exception cref="ArgumentException">There are fewer or more.</exception>
    public static AesKey FromBytes(ReadOnlySpan<byte> bytes) => FixedBytes.FromBytes<AesKey>(bytes);

    /// <summary>Reads 32 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes.</summary>
    /// <exception cref="FormatException">The text has another form. It is not repeated in the message.</exception>
    public static AesKey Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FixedBytes.Parse<AesKey>(s);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static AesKey Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => FixedBytes.Parse<AesKey>(s);

    /// <summary>Reads 32 hexadecimal digits, with or without <c>-</c> or <c>:</c> between bytes; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out AesKey result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out AesKey)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AesKey result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc cref="TryParse(string?, out AesKey)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AesKey result) => FixedBytes.TryParse(s, out result);

    /// <inheritdoc/>
    public static AesKey ReadFrom(ref Utf8JsonReader reader) => FixedBytes.ReadFrom<AesKey>(ref reader);

    /// <summary>Whether both are the same. The time that this takes does not matter here: it is not for checking what others send.</summary>
    public static bool operator ==(AesKey left, AesKey right) => left._value == right._value;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(AesKey left, AesKey right) => left._value != right._value;

    /// <summary>The key itself, as 32 upper-case hexadecimal digits.</summary>
    public string ToHexString() => FixedBytes.ToString(this);

    /// <summary>The key itself, as 16 bytes in the order in which they are written.</summary>
    public byte[] ToArray() => FixedBytes.ToArray(this);

    /// <summary>Copies the 16 bytes of the key; false when there is no room for them.</summary>
    public bool TryCopyTo(Span<byte> destination) => FixedBytes.TryCopyTo(this, destination);

    /// <summary>Writes the key itself, as 32 upper-case hexadecimal digits.</summary>
    public void WriteTo(Utf8JsonWriter writer) => FixedBytes.WriteTo(this, writer);

    /// <summary>The key itself, as URL-safe base64 with padding.</summary>
    public string ToQueryString() => FixedBytes.ToQueryString(this);

    /// <summary>Stars in place of the key.</summary>
    public override string ToString() => "AesKey(****)";

    /// <inheritdoc/>
    public bool Equals(AesKey other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AesKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    static AesKey IFixedBytes<AesKey>.FromBits(UInt128 bits) => new(bits);
}
