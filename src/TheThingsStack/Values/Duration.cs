using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using TheThingsStack.Http;
using TheThingsStack.Json;
using TheThingsStack.Values;

namespace TheThingsStack;

/// <summary>A span of time, to the nanosecond, of up to about 10,000 years in either direction. Written <c>1.5s</c>.</summary>
[JsonConverter(typeof(JsonValueConverter<Duration>))]
[TypeConverter(typeof(ParsableTypeConverter<Duration>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Duration
    : IJsonValue<Duration>, IQueryValue, IEquatable<Duration>, IComparable<Duration>, ISpanParsable<Duration>, ISpanFormattable, IUtf8SpanFormattable
{
    private const long MaxSeconds = 315_576_000_000;
    private const int MaxText = 26;
    private const string Expectation = "Not a valid duration: seconds with up to nine digits after the point are expected, 1.5s for example.";

    private readonly long _seconds;
    private readonly int _nanos;

    /// <summary>Makes a duration.</summary>
    /// <param name="seconds">Whole seconds, rounded towards zero: up to 315,576,000,000 in either direction.</param>
    /// <param name="nanoseconds">What remains, in nanoseconds, of the same sign: up to 999,999,999 in either direction.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is beyond that.</exception>
    /// <exception cref="ArgumentException">Their signs differ.</exception>
    public Duration(long seconds, int nanoseconds = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, MaxSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, -MaxSeconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nanoseconds, TimeText.NanosPerSecond);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(nanoseconds, -TimeText.NanosPerSecond);
        if (Math.Sign(seconds) * Math.Sign(nanoseconds) < 0)
            throw new ArgumentException("Seconds and nanoseconds of a duration have the same sign.", nameof(nanoseconds));
        _seconds = seconds;
        _nanos = nanoseconds;
    }

    /// <summary>No time.</summary>
    public static Duration Zero => default;

    /// <summary>The longest duration.</summary>
    public static Duration MaxValue => new(MaxSeconds, TimeText.NanosPerSecond - 1);

    /// <summary>The longest negative duration.</summary>
    public static Duration MinValue => new(-MaxSeconds, 1 - TimeText.NanosPerSecond);

    /// <summary>Whole seconds, rounded towards zero.</summary>
    public long Seconds => _seconds;

    /// <summary>What remains, in nanoseconds; never of the other sign than <see cref="Seconds"/>.</summary>
    public int Nanoseconds => _nanos;

    /// <summary>The same duration.</summary>
    /// <exception cref="OverflowException">It is longer than 10,000 years.</exception>
    public static implicit operator Duration(TimeSpan value) =>
        Normalize(value.Ticks / TimeSpan.TicksPerSecond, (int)(value.Ticks % TimeSpan.TicksPerSecond) * TimeText.NanosPerTick);

    /// <inheritdoc cref="ToTimeSpan"/>
    public static explicit operator TimeSpan(Duration value) => value.ToTimeSpan();

    /// <summary>Reads the form <c>1.5s</c>.</summary>
    /// <exception cref="FormatException">The text has another form, more than nine digits after the point, or is beyond 10,000 years.</exception>
    public static Duration Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Duration Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException(Expectation);

    /// <summary>Reads the form <c>1.5s</c>; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Duration result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string?, out Duration)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Duration result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out Duration)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Duration result) => TryRead(s, out result);

    /// <inheritdoc/>
    public static Duration ReadFrom(ref Utf8JsonReader reader) =>
        JsonText.IsShort(ref reader) && TryRead(reader.ValueSpan, out var result) ? result : ReadOther(ref reader);

    /// <summary>The same duration in the other direction.</summary>
    public static Duration operator -(Duration value) => value.Negate();

    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">The result is longer than 10,000 years.</exception>
    public static Duration operator +(Duration left, Duration right) => left.Add(right);

    /// <summary>How much longer the first is.</summary>
    /// <exception cref="OverflowException">The result is longer than 10,000 years.</exception>
    public static Duration operator -(Duration left, Duration right) => left.Subtract(right);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Duration left, Duration right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Duration left, Duration right) => !left.Equals(right);

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(Duration left, Duration right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is shorter, or the same.</summary>
    public static bool operator <=(Duration left, Duration right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(Duration left, Duration right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is longer, or the same.</summary>
    public static bool operator >=(Duration left, Duration right) => left.CompareTo(right) >= 0;

    /// <summary>The same duration in the other direction.</summary>
    public Duration Negate() => new(-_seconds, -_nanos);

    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">The result is longer than 10,000 years.</exception>
    public Duration Add(Duration other) => Normalize(_seconds + other._seconds, _nanos + other._nanos);

    /// <summary>How much longer this is.</summary>
    /// <exception cref="OverflowException">The result is longer than 10,000 years.</exception>
    public Duration Subtract(Duration other) => Normalize(_seconds - other._seconds, _nanos - other._nanos);

    /// <summary>The same duration. What is below 100 nanoseconds is cut off; the whole range fits.</summary>
    public TimeSpan ToTimeSpan() => new((_seconds * TimeSpan.TicksPerSecond) + (_nanos / TimeText.NanosPerTick));

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[MaxText];
        writer.WriteStringValue(text[..Format(text)]);
    }

    /// <summary>The same as <see cref="ToString()"/>.</summary>
    public string ToQueryString() => ToString();

    /// <summary>Seconds with as many digits after the point as needed: <c>1.5s</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxText];
        return new string(text[..Format(text)]);
    }

    /// <inheritdoc cref="ToString()"/>
    /// <exception cref="FormatException">A format is given; there is none.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        TimeText.CheckFormat(format, nameof(Duration));
        return ToString();
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TimeText.CheckFormat(format, nameof(Duration));
        Span<char> text = stackalloc char[MaxText];
        var length = Format(text);
        charsWritten = text[..length].TryCopyTo(destination) ? length : 0;
        return charsWritten > 0;
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        TimeText.CheckFormat(format, nameof(Duration));
        Span<char> text = stackalloc char[MaxText];
        return TimeText.TryCopyAscii(text[..Format(text)], utf8Destination, out bytesWritten);
    }

    /// <inheritdoc/>
    public int CompareTo(Duration other) => (_seconds, _nanos).CompareTo((other._seconds, other._nanos));

    /// <inheritdoc/>
    public bool Equals(Duration other) => _seconds == other._seconds && _nanos == other._nanos;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Duration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_seconds, _nanos);

    /// <summary>Makes a duration of parts whose signs may differ; the nanoseconds are within two seconds.</summary>
    internal static Duration Normalize(long seconds, int nanos)
    {
        seconds += nanos / TimeText.NanosPerSecond;
        nanos %= TimeText.NanosPerSecond;
        if (seconds > 0 && nanos < 0)
            (seconds, nanos) = (seconds - 1, nanos + TimeText.NanosPerSecond);
        else if (seconds < 0 && nanos > 0)
            (seconds, nanos) = (seconds + 1, nanos - TimeText.NanosPerSecond);
        return seconds is < -MaxSeconds or > MaxSeconds
            ? throw new OverflowException("The duration is longer than 10,000 years.")
            : new Duration(seconds, nanos);
    }

    private static Duration ReadOther(ref Utf8JsonReader reader)
    {
        Span<byte> room = stackalloc byte[JsonText.MaxLength];
        ReadOnlySpan<byte> text = room[..JsonText.Read(ref reader, room)];
        return TryRead(text, out var result) ? result : throw new JsonException(Expectation);
    }

    private static bool TryRead<TChar>(ReadOnlySpan<TChar> text, out Duration result)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        result = default;
        var sign = TimeText.TrySkip(ref text, '-') ? -1 : 1;
        if (TimeText.TakeWhole(ref text, MaxSeconds, out var seconds) == 0)
            return false;
        var nanos = 0;
        if (TimeText.TrySkip(ref text, '.') && TimeText.TakeNanos(ref text, out nanos) is 0 or > 9)
            return false;
        if (!TimeText.TrySkip(ref text, 's') || !text.IsEmpty)
            return false;
        result = new Duration(sign * seconds, sign * nanos);
        return true;
    }

    private int Format(Span<char> text)
    {
        var written = 0;
        if (_seconds < 0 || _nanos < 0)
            text[written++] = '-';
        Math.Abs(_seconds).TryFormat(text[written..], out var digits, default, CultureInfo.InvariantCulture);
        written += digits;
        written += TimeText.WriteNanos(Math.Abs(_nanos), text[written..]);
        text[written] = 's';
        return written + 1;
    }
}
