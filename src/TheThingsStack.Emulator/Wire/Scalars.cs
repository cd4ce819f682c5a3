using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Wire;

/// <summary>Single values: from the forms that a body or a query may write to the one form that is stored and sent.</summary>
internal static class Scalars
{
    /// <summary>Reads a value of a body. Null when it is not of the type.</summary>
    public static JsonNode? Read(WireType type, JsonElement json) => type.Kind switch
    {
        WireKind.Bool => json.ValueKind switch
        {
            JsonValueKind.True => JsonValue.Create(true),
            JsonValueKind.False => JsonValue.Create(false),
            _ => null,
        },
        WireKind.Int32 or WireKind.UInt32 or WireKind.Int64 or WireKind.UInt64 or WireKind.Float or WireKind.Double =>
            NumberText(json) is { } text ? ReadNumber(type.Kind, text) : null,
        WireKind.Enum => ReadEnum(type.Enum!, json),
        WireKind.Hex => json.ValueKind == JsonValueKind.String ? ReadHex(json.GetString()!, type.Bytes) : null,
        _ => json.ValueKind == JsonValueKind.String ? ReadText(type, json.GetString()!) : null,
    };

    /// <summary>
    /// Reads a value of a path or a query. It differs from a body: bytes are always base 64 and enumerations have only
    /// their declared names. Null when it is not of the type.
    /// </summary>
    public static JsonNode? ReadParameter(WireType type, string text) => type.Kind switch
    {
        WireKind.Bool => text switch
        {
            "1" or "t" or "T" or "true" or "TRUE" or "True" => JsonValue.Create(true),
            "0" or "f" or "F" or "false" or "FALSE" or "False" => JsonValue.Create(false),
            _ => null,
        },
        WireKind.Int32 or WireKind.UInt32 or WireKind.Int64 or WireKind.UInt64 or WireKind.Float or WireKind.Double => ReadNumber(type.Kind, text),
        WireKind.Enum => ReadEnumParameter(type.Enum!, text),
        WireKind.Hex => Bytes.TryFromBase64(text, out var bytes) ? JsonValue.Create(Convert.ToHexString(bytes)) : null,
        WireKind.Mask => Mask(text.Length == 0 ? [] : text.Split(',')),
        _ => ReadText(type, text),
    };

    /// <summary>Whether a stored value is one that is not written: zero, false or empty.</summary>
    public static bool IsZero(WireType type, JsonNode value) => type.Kind switch
    {
        WireKind.Bool => !value.GetValue<bool>(),
        WireKind.Enum => type.Enum!.FromJson(value) == 0,
        WireKind.Float or WireKind.Double => value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() == 0,
        WireKind.Int32 or WireKind.UInt32 or WireKind.Int64 or WireKind.UInt64 => value.ToString() == "0",
        WireKind.String or WireKind.Base64 or WireKind.Hex => value.ToString().Length == 0,
        _ => false,
    };

    /// <summary>The zero of a scalar, or of the scalar inside a wrapper.</summary>
    public static JsonNode Zero(WireType type) => type.Kind switch
    {
        WireKind.Wrapper => Zero(type.Message!.Fields[0].Value),
        WireKind.Bool => JsonValue.Create(false),
        WireKind.Enum => type.Enum!.ToJson(0),
        WireKind.Int64 or WireKind.UInt64 => JsonValue.Create("0"),
        WireKind.Int32 or WireKind.UInt32 => JsonValue.Create(0L),
        WireKind.Float or WireKind.Double => JsonValue.Create(0d),
        _ => JsonValue.Create(""),
    };

    public static JsonObject Mask(IEnumerable<string> paths) =>
        new() { ["paths"] = new JsonArray([.. paths.Select(p => JsonValue.Create(p))]) };

    private static string? NumberText(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.String => json.GetString(),
        _ => null,
    };

    private static JsonNode? ReadNumber(WireKind kind, string text)
    {
        if (kind is WireKind.Float or WireKind.Double)
            return ReadFloat(kind, text);
        if (text.AsSpan().IndexOfAnyExceptInRange('-', '9') >= 0 && !text.Contains('e', StringComparison.OrdinalIgnoreCase)
            || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            || number != decimal.Truncate(number))
            return null;
        return kind switch
        {
            WireKind.Int32 when number is >= int.MinValue and <= int.MaxValue => JsonValue.Create((long)number),
            WireKind.UInt32 when number is >= 0 and <= uint.MaxValue => JsonValue.Create((long)number),
            WireKind.Int64 when number is >= long.MinValue and <= long.MaxValue => JsonValue.Create(((long)number).ToString(CultureInfo.InvariantCulture)),
            WireKind.UInt64 when number is >= 0 and <= ulong.MaxValue => JsonValue.Create(((ulong)number).ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static JsonNode? ReadFloat(WireKind kind, string text)
    {
        if (text is "NaN" or "Infinity" or "-Infinity")
            return JsonValue.Create(text);
        if (!double.TryParse(text, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite), CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return null;
        if (kind == WireKind.Double)
            return JsonValue.Create(number);
        // A float is written with the digits of a float: 0.1, not 0.10000000149011612.
        var single = (float)number;
        return float.IsFinite(single) ? JsonValue.Create(double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)) : null;
    }

    private static JsonNode? ReadEnum(EnumType type, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String when type.TryGetAccepted(json.GetString()!, out var number) => type.ToJson(number),
        JsonValueKind.Number when json.TryGetInt32(out var number) => type.ToJson(number),
        _ => null,
    };

    private static JsonNode? ReadEnumParameter(EnumType type, string text) =>
        type.TryGetDeclared(text, out var number) || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            ? type.ToJson(number)
            : null;

    private static JsonNode? ReadHex(string text, int length) => text.Length == 0
        ? JsonValue.Create("")
        : Bytes.TryFromHexOrBase64(text, length, out var bytes) ? JsonValue.Create(Convert.ToHexString(bytes)) : null;

    private static JsonNode? ReadText(WireType type, string text)
    {
        var value = type.Kind switch
        {
            WireKind.Timestamp => ProtoTime.NormalizeTimestamp(text),
            WireKind.Duration => ProtoTime.NormalizeDuration(text),
            WireKind.Base64 => Bytes.TryFromBase64(text, out var bytes) ? Convert.ToBase64String(bytes) : null,
            WireKind.String => text,
            _ => null,
        };
        return value is null ? null : JsonValue.Create(value);
    }
}
