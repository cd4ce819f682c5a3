using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Validation;

/// <summary>The rules of single values: each check says what is wrong, or null.</summary>
internal static class ValueRules
{
    public static string? Check(WireType type, Limits limits, JsonNode value, DateTimeOffset now) => type.Kind switch
    {
        WireKind.String => Text(limits, value.ToString(), "runes", Runes(value.ToString())),
        WireKind.Base64 => Text(limits, value.ToString(), "bytes", Convert.FromBase64String(value.ToString()).Length),
        WireKind.Hex => HexLength(type, value.ToString()),
        WireKind.Enum => Enumeration(type.Enum!, limits, value),
        WireKind.Timestamp => Time(limits, value.ToString(), now),
        WireKind.Int32 or WireKind.UInt32 or WireKind.Int64 or WireKind.UInt64 or WireKind.Float or WireKind.Double => Number(limits, value.ToString()),
        _ => null,
    };

    public static string? Count(Limits limits, int count) => (limits.MinItems, limits.MaxItems) switch
    {
        ({ } min, { } max) when count < min || count > max => $"value must contain between {min} and {max} items, inclusive",
        ({ } min, null) when count < min => $"value must contain at least {min} item(s)",
        (null, { } max) when count > max => $"value must contain no more than {max} item(s)",
        _ => null,
    };

    private static string? Text(Limits limits, string text, string unit, int length)
    {
        if (limits.IgnoreEmpty && text.Length == 0)
            return null;
        if (limits.MinLength is { } min && length < min)
            return $"value length must be at least {min} {unit}";
        if (limits.MaxLength is { } max && length > max)
            return $"value length must be at most {max} {unit}";
        if (limits.Pattern?.IsMatch(text) == false)
            return $"value does not match regex pattern \"{limits.PatternText}\"";
        return InList(limits, text) ?? WellKnown(limits.Format, text);
    }

    private static string? InList(Limits limits, string text)
    {
        if (limits.Enum?.Contains(text) == false)
            return $"value must be in list [{string.Join(' ', limits.Enum)}]";
        return limits.NotIn?.Contains(text) == true ? $"value must not be in list [{string.Join(' ', limits.NotIn)}]" : null;
    }

    private static string? WellKnown(string? format, string text) => format switch
    {
        "email" when !IsEmail(text) => "value must be a valid email address",
        "uri" when !Uri.TryCreate(text, UriKind.Absolute, out _) => "value must be absolute",
        "uri-reference" when !Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _) => "value must be a valid URI",
        "uuid" when !Guid.TryParseExact(text, "D", out _) => "value must be a valid UUID",
        "ip" when !IPAddress.TryParse(text, out _) => "value must be a valid IP address",
        "ipv4" when !IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetwork => "value must be a valid IPv4 address",
        _ => null,
    };

    private static bool IsEmail(string text) => text.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 0 and <= 253 }] && !text.Any(char.IsWhiteSpace);

    /// <summary>An identifier that a query gave in another form than base 64 of its bytes shows here, by its length.</summary>
    private static string? HexLength(WireType type, string text) =>
        text.Length == 0 || text.Length == 2 * type.Bytes ? null : $"value length must be {type.Bytes} bytes";

    /// <summary>Unknown names never get here; unknown numbers do, and are refused wherever the emulator meets them.</summary>
    private static string? Enumeration(EnumType type, Limits limits, JsonNode value) =>
        type.IsDefined(type.FromJson(value)) ? InList(limits, value.ToString()) : "value must be one of the defined enum values";

    private static string? Time(Limits limits, string text, DateTimeOffset now)
    {
        var order = string.CompareOrdinal(ProtoTime.SortKey(text), ProtoTime.SortKey(ProtoTime.Format(now)));
        if (limits.AfterNow && order <= 0)
            return "value must be greater than now";
        return limits.BeforeNow && order >= 0 ? "value must be less than now" : null;
    }

    private static string? Number(Limits limits, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return limits.Minimum is null && limits.Maximum is null ? null : $"value must be inside range [{limits.Minimum}, {limits.Maximum}]";
        if (limits is { Minimum: { } low, Maximum: { } high } && (number < low || number > high))
            return FormattableString.Invariant($"value must be inside range [{low}, {high}]");
        if (limits.Minimum is { } min && number < min)
            return FormattableString.Invariant($"value must be greater than or equal to {min}");
        if (limits.Maximum is { } max && number > max)
            return FormattableString.Invariant($"value must be less than or equal to {max}");
        if (limits.ExclusiveMinimum is { } above && number <= above)
            return FormattableString.Invariant($"value must be greater than {above}");
        if (limits.ExclusiveMaximum is { } below && number >= below)
            return FormattableString.Invariant($"value must be less than {below}");
        return InList(limits, text);
    }

    private static int Runes(string text) => text.EnumerateRunes().Count();
}
