using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>A block of device addresses: those whose first bits are the same. Written <c>26000000/7</c>.</summary>
[JsonConverter(typeof(JsonValueConverter<DevAddrPrefix>))]
[TypeConverter(typeof(ParsableTypeConverter<DevAddrPrefix>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct DevAddrPrefix
    : IJsonValue<DevAddrPrefix>, IQueryValue, IEquatable<DevAddrPrefix>, ISpanParsable<DevAddrPrefix>, ISpanFormattable, IUtf8SpanFormattable
{
    private const int AddressDigits = 8;
    private const int MaxLength = 32;
    private const int MaxText = 11;

    /// <summary>Makes a block.</summary>
    /// <param name="address">An address of the block; usually its first.</param>
    /// <param name="length">How many bits its addresses have in common: 0 to 32.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is another.</exception>
    public DevAddrPrefix(DevAddr address, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
        Address = address;
        Length = length;
    }

    /// <summary>The address that it was made from.</summary>
    public DevAddr Address { get; }

    /// <summary>How many bits the addresses of the block have in common.</summary>
    public int Length { get; }

    /// <summary>Reads the form <c>26000000/7</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DevAddrPrefix Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static DevAddrPrefix Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException("Not a valid DevAddrPrefix: 8 hexadecimal digits, '/' and a length from 0 to 32 are expected.");

    /// <summary>Reads the form <c>26000000/7</c>; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out DevAddrPrefix result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string?, out DevAddrPrefix)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DevAddrPrefix result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out DevAddrPrefix)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DevAddrPrefix result)
    {
        result = default;
        if (s.Length <= AddressDigits
            || s[AddressDigits] != '/'
            || !DevAddr.TryParse(s[..AddressDigits], provider, out var address)
            || !int.TryParse(s[(AddressDigits + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > MaxLength)
            return false;
        result = new DevAddrPrefix(address, length);
        return true;
    }

    /// <inheritdoc/>
    public static DevAddrPrefix ReadFrom(ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[JsonText.MaxLength];
        return TryParse(text[..JsonText.Read(ref reader, text)], null, out var result)
            ? result
            : throw new JsonException("Not a valid DevAddrPrefix: 8 hexadecimal digits, '/' and a length from 0 to 32 are expected.");
    }

    /// <summary>Whether both are written the same.</summary>
    public static bool operator ==(DevAddrPrefix left, DevAddrPrefix right) => left.Equals(right);

    /// <summary>Whether they are written differently.</summary>
    public static bool operator !=(DevAddrPrefix left, DevAddrPrefix right) => !left.Equals(right);

    /// <summary>Whether an address is in the block.</summary>
    public bool Contains(DevAddr address) => Length == 0 || (address.ToUInt32() ^ Address.ToUInt32()) >> (MaxLength - Length) == 0;

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxText];
        TryFormat(text, out var written);
        writer.WriteStringValue(text[..written]);
    }

    /// <summary>The same as <see cref="ToString()"/>.</summary>
    public string ToQueryString() => ToString();

    /// <summary>The form <c>26000000/7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{Length}");

    /// <summary>The form <c>26000000/7</c>, with the format X or none; with lower-case digits for x.</summary>
    /// <exception cref="FormatException">Another format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Address.ToString(format)}/{Length}");

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        charsWritten = 0;
        if (!Address.TryFormat(destination, out var address, format) || destination.Length == address)
            return false;
        destination[address] = '/';
        if (!Length.TryFormat(destination[(address + 1)..], out var length, default, CultureInfo.InvariantCulture))
            return false;
        charsWritten = address + 1 + length;
        return true;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        bytesWritten = 0;
        if (!Address.TryFormat(utf8Destination, out var address, format) || utf8Destination.Length == address)
            return false;
        utf8Destination[address] = (byte)'/';
        if (!Length.TryFormat(utf8Destination[(address + 1)..], out var length, default, CultureInfo.InvariantCulture))
            return false;
        bytesWritten = address + 1 + length;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(DevAddrPrefix other) => Address == other.Address && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DevAddrPrefix other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Address, Length);
}
