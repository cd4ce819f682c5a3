using System.Globalization;
using System.Text.RegularExpressions;

namespace TheThingsStack.Emulator.Wire;

/// <summary>Times and durations with their nanoseconds, in the one spelling in which they are stored and written.</summary>
internal static partial class ProtoTime
{
    /// <summary>A time now, as the server would stamp it.</summary>
    public static string Format(DateTimeOffset time) =>
        WithFraction(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), time.ToString("fffffff", CultureInfo.InvariantCulture)) + "Z";

    /// <summary>Reads RFC 3339 with any offset and up to nine digits of a second, and writes it in UTC without trailing zeros.</summary>
    public static string? NormalizeTimestamp(string text)
    {
        var match = TimestampPattern().Match(text);
        if (!match.Success || !DateTimeOffset.TryParse((match.Groups["time"].Value + match.Groups["offset"].Value).ToUpperInvariant(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return null;
        return WithFraction(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), match.Groups["fraction"].Value) + "Z";
    }

    /// <summary>Reads decimal seconds with the unit, such as <c>1.50s</c>, and writes them without needless zeros.</summary>
    public static string? NormalizeDuration(string text)
    {
        var match = DurationPattern().Match(text);
        if (!match.Success || !long.TryParse(match.Groups["seconds"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 315_576_000_000)
            return null;
        var value = WithFraction(seconds.ToString(CultureInfo.InvariantCulture), match.Groups["fraction"].Value);
        return (value == "0" ? "" : match.Groups["sign"].Value) + value + "s";
    }

    /// <summary>A stored time, to the tick.</summary>
    public static DateTimeOffset Parse(string timestamp) => DateTimeOffset.Parse(TrimFraction(timestamp), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A stored duration, to the tick.</summary>
    public static TimeSpan ParseDuration(string duration) =>
        TimeSpan.FromTicks((long)(decimal.Parse(duration.TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));

    /// <summary>A form of a stored time whose ordinal order is the order of time.</summary>
    public static string SortKey(string timestamp)
    {
        var match = TimestampPattern().Match(timestamp);
        return match.Groups["time"].Value + "." + match.Groups["fraction"].Value.PadRight(9, '0');
    }

    private static string TrimFraction(string timestamp)
    {
        var match = TimestampPattern().Match(timestamp);
        var digits = match.Groups["fraction"].Value;
        return $"{match.Groups["time"].Value}.{(digits.Length > 7 ? digits[..7] : digits.PadRight(7, '0'))}Z";
    }

    private static string WithFraction(string whole, string digits)
    {
        var fraction = digits.TrimEnd('0');
        return fraction.Length == 0 ? whole : $"{whole}.{fraction}";
    }

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(\.(?<fraction>\d{1,9}))?(?<offset>[Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimestampPattern();

    [GeneratedRegex(@"^(?<sign>-?)(?<seconds>\d{1,12})(\.(?<fraction>\d{1,9}))?s\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
