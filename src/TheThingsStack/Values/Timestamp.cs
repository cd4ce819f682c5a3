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

/// <summary>
/// An instant, to the nanosecond, from the year 1 to 9999. The server writes nanoseconds, .NET's own types hold hundreds of them:
/// this type loses nothing. The default value is the start of the year 1, as the server's own zero time is.
/// </summary>
[JsonConverter(typeof(JsonValueConverter<Timestamp>))]
[TypeConverter(typeof(ParsableTypeConverter<Timestamp>))]
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Timestamp
    : IJsonValue<Timestamp>, IQueryValue, IEquatable<Timestamp>, IComparable<Timestamp>, ISpanParsable<Timestamp>, ISpanFormattable, IUtf8SpanFormattable
{
    private const long SecondsToUnixEpoch = 62_135_596_800;
    private const long MaxSeconds = 315_537_897_599;
    private const int MaxText = 30;
    private const int ToSecond = 19;
    private const string Expectation = "Not a valid time: the form 2006-01-02T15:04:05.999999999Z is expected.";

    // Since the start of the year 1.
    private readonly long _seconds;
    private readonly int _nanos;

    private Timestamp(long seconds, int nanos)
    {
        _seconds = seconds;
        _nanos = nanos;
    }

    /// <summary>The start of the year 1.</summary>
    public static Timestamp MinValue => default;

    /// <summary>The last nanosecond of the year 9999.</summary>
    public static Timestamp MaxValue => new(MaxSeconds, TimeText.NanosPerSecond - 1);

    /// <summary>The start of the year 1970.</summary>
    public static Timestamp UnixEpoch => new(SecondsToUnixEpoch, 0);

    /// <summary>Whole seconds since the start of 1970, rounded down; negative before.</summary>
    public long UnixSeconds => _seconds - SecondsToUnixEpoch;

    /// <summary>Nanoseconds since that second: 0 to 999,999,999.</summary>
    public int Nanoseconds => _nanos;

    /// <summary>Makes an instant from the time since the start of 1970.</summary>
    /// <param name="seconds">Whole seconds, rounded down.</param>
    /// <param name="nanoseconds">Nanoseconds since that second: 0 to 999,999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not within the years 1 to 9999, or another number of nanoseconds.</exception>
    public static Timestamp FromUnixSeconds(long seconds, int nanoseconds = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, -SecondsToUnixEpoch);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, MaxSeconds - SecondsToUnixEpoch);
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nanoseconds, TimeText.NanosPerSecond);
        return new Timestamp(seconds + SecondsToUnixEpoch, nanoseconds);
    }

    /// <summary>The same instant.</summary>
    public static implicit operator Timestamp(DateTimeOffset value) => FromTicks(value.UtcTicks);

    /// <summary>The same instant. Of a local time, this machine's time zone decides.</summary>
    /// <exception cref="ArgumentException">The value does not say whether it is UTC or local time.</exception>
    public static implicit operator Timestamp(DateTime value) => value.Kind == DateTimeKind.Unspecified
        ? throw new ArgumentException("A DateTime that is neither UTC nor local time is no instant; use DateTime.SpecifyKind or DateTimeOffset.", nameof(value))
        : FromTicks(value.ToUniversalTime().Ticks);

    /// <inheritdoc cref="ToDateTimeOffset"/>
    public static explicit operator DateTimeOffset(Timestamp value) => value.ToDateTimeOffset();

    /// <summary>Reads a time by RFC 3339: with any offset; what is beyond nanoseconds is cut off.</summary>
    /// <exception cref="FormatException">The text has another form, or the instant is not within the years 1 to 9999.</exception>
    public static Timestamp Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Timestamp Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException(Expectation);

    /// <summary>Reads a time by RFC 3339; false when the text has another form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Timestamp result) => TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string?, out Timestamp)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Timestamp result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out Timestamp)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Timestamp result) => TryRead(s, out result);

    /// <inheritdoc/>
    public static Timestamp ReadFrom(ref Utf8JsonReader reader) =>
        JsonText.IsShort(ref reader) && TryRead(reader.ValueSpan, out var result) ? result : ReadOther(ref reader);

    /// <summary>The instant that is so much later.</summary>
    /// <exception cref="OverflowException">It is not within the years 1 to 9999.</exception>
    public static Timestamp operator +(Timestamp time, Duration duration) => time.Add(duration);

    /// <summary>The instant that is so much earlier.</summary>
    /// <exception cref="OverflowException">It is not within the years 1 to 9999.</exception>
    public static Timestamp operator -(Timestamp time, Duration duration) => time.Add(-duration);

    /// <summary>How much later the first is than the second.</summary>
    public static Duration operator -(Timestamp left, Timestamp right) => left.Subtract(right);

    /// <summary>Whether both are the same instant.</summary>
    public static bool operator ==(Timestamp left, Timestamp right) => left.Equals(right);

    /// <summary>Whether they are different instants.</summary>
    public static bool operator !=(Timestamp left, Timestamp right) => !left.Equals(right);

    /// <summary>Whether the first is earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is earlier, or the same.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is later, or the same.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.CompareTo(right) >= 0;

    /// <summary>The instant that is so much later.</summary>
    /// <exception cref="OverflowException">It is not within the years 1 to 9999.</exception>
    public Timestamp Add(Duration duration)
    {
        var (seconds, nanos) = (_seconds + duration.Seconds, _nanos + duration.Nanoseconds);
        if (nanos < 0)
            (seconds, nanos) = (seconds - 1, nanos + TimeText.NanosPerSecond);
        else if (nanos >= TimeText.NanosPerSecond)
            (seconds, nanos) = (seconds + 1, nanos - TimeText.NanosPerSecond);
        return seconds is < 0 or > MaxSeconds
            ? throw new OverflowException("The instant is not within the years 1 to 9999.")
            : new Timestamp(seconds, nanos);
    }

    /// <summary>How much later this is than the other.</summary>
    public Duration Subtract(Timestamp other) => Duration.Normalize(_seconds - other._seconds, _nanos - other._nanos);

    /// <summary>The same instant in UTC. What is below 100 nanoseconds is cut off.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        new((_seconds * TimeSpan.TicksPerSecond) + (_nanos / TimeText.NanosPerTick), TimeSpan.Zero);

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[MaxText];
        writer.WriteStringValue(text[..Format(text)]);
    }

    /// <summary>The same as <see cref="ToString()"/>.</summary>
    public string ToQueryString() => ToString();

    /// <summary>The form of RFC 3339 in UTC, with as many digits of the fraction as needed: <c>2006-01-02T15:04:05.5Z</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxText];
        return new string(text[..Format(text)]);
    }

    /// <inheritdoc cref="ToString()"/>
    /// <exception cref="FormatException">A format is given; there is none.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        TimeText.CheckFormat(format, nameof(Timestamp));
        return ToString();
    }

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        TryFormat(destination, format, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        TryFormat(utf8Destination, format, out bytesWritten);

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => (_seconds, _nanos).CompareTo((other._seconds, other._nanos));

    /// <inheritdoc/>
    public bool Equals(Timestamp other) => _seconds == other._seconds && _nanos == other._nanos;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Timestamp other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_seconds, _nanos);

    private static Timestamp FromTicks(long ticks) =>
        new(ticks / TimeSpan.TicksPerSecond, (int)(ticks % TimeSpan.TicksPerSecond) * TimeText.NanosPerTick);

    private static Timestamp ReadOther(ref Utf8JsonReader reader)
    {
        Span<byte> room = stackalloc byte[JsonText.MaxLength];
        ReadOnlySpan<byte> text = room[..JsonText.Read(ref reader, room)];
        return TryRead(text, out var result) ? result : throw new JsonException(Expectation);
    }

    private static bool TryRead<TChar>(ReadOnlySpan<TChar> text, out Timestamp result)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        result = default;
        if (text.Length < ToSecond || !TryReadDate(text, out var date) || !TryReadTimeOfDay(text, out var second))
            return false;
        text = text[ToSecond..];
        var nanos = 0;
        if (TimeText.TrySkip(ref text, '.') && TimeText.TakeNanos(ref text, out nanos) == 0)
            return false;
        if (!TryReadOffset(text, out var offset))
            return false;
        var seconds = (date.DayNumber * 86_400L) + second - offset;
        if (seconds is < 0 or > MaxSeconds)
            return false;
        result = new Timestamp(seconds, nanos);
        return true;
    }

    // 2006-01-02T15:04:05: everything has its place.
    private static bool TryReadDate<TChar>(ReadOnlySpan<TChar> text, out DateOnly date)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        date = default;
        var (year, month, day) = ((TimeText.Pair(text, 0) * 100) + TimeText.Pair(text, 2), TimeText.Pair(text, 5), TimeText.Pair(text, 8));
        if (!TimeText.Is(text[4], '-') || !TimeText.Is(text[7], '-') || !(TimeText.Is(text[10], 'T') || TimeText.Is(text[10], 't'))
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadTimeOfDay<TChar>(ReadOnlySpan<TChar> text, out int second)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var (hours, minutes, seconds) = (TimeText.Pair(text, 11), TimeText.Pair(text, 14), TimeText.Pair(text, 17));
        second = (((hours * 60) + minutes) * 60) + seconds;
        return TimeText.Is(text[13], ':') && TimeText.Is(text[16], ':') && hours is >= 0 and < 24 && minutes is >= 0 and < 60 && seconds is >= 0 and < 60;
    }

    // Z or +07:00.
    private static bool TryReadOffset<TChar>(ReadOnlySpan<TChar> text, out int seconds)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        seconds = 0;
        if (text.Length == 1)
            return TimeText.Is(text[0], 'Z') || TimeText.Is(text[0], 'z');
        if (text.Length != 6 || !(TimeText.Is(text[0], '+') || TimeText.Is(text[0], '-')) || !TimeText.Is(text[3], ':'))
            return false;
        var (hours, minutes) = (TimeText.Pair(text, 1), TimeText.Pair(text, 4));
        seconds = ((hours * 60) + minutes) * (TimeText.Is(text[0], '-') ? -60 : 60);
        return hours is >= 0 and < 24 && minutes is >= 0 and < 60;
    }

    private bool TryFormat<TChar>(Span<TChar> destination, ReadOnlySpan<char> format, out int written)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        TimeText.CheckFormat(format, nameof(Timestamp));
        Span<TChar> text = stackalloc TChar[MaxText];
        var length = Format(text);
        written = text[..length].TryCopyTo(destination) ? length : 0;
        return written > 0;
    }

    private int Format<TChar>(Span<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var (days, second) = Math.DivRem(_seconds, 86_400);
        var (year, month, day) = DateOnly.FromDayNumber((int)days);
        text[4] = text[7] = TChar.CreateTruncating('-');
        text[10] = TChar.CreateTruncating('T');
        text[13] = text[16] = TChar.CreateTruncating(':');
        TimeText.Write(year, text[..4]);
        TimeText.Write(month, text[5..7]);
        TimeText.Write(day, text[8..10]);
        TimeText.Write((int)second / 3600, text[11..13]);
        TimeText.Write((int)second / 60 % 60, text[14..16]);
        TimeText.Write((int)second % 60, text[17..19]);
        var written = 19 + TimeText.WriteNanos(_nanos, text[19..]);
        text[written] = TChar.CreateTruncating('Z');
        return written + 1;
    }
}
