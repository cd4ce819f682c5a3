using System.Text.Json.Nodes;

namespace TheThingsStack.Client.Tests.Reference;

/// <summary>The type of a value as <c>spec/</c> has it.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Name">The message, enumeration or type of fixed bytes; of a mask, the message that it selects from.</param>
/// <param name="Element">Of lists and maps.</param>
/// <param name="Key">Of maps.</param>
/// <param name="IsWrapper">Whether masks have <c>.value</c> below it.</param>
public sealed record WireType(WireKind Kind, string? Name = null, WireType? Element = null, WireKind Key = WireKind.Text, bool IsWrapper = false)
{
    /// <summary>The type of a field of a message.</summary>
    public static WireType OfField(string message, string field) =>
        Of(ApiReference.Schema(message)["properties"]![field]!.AsObject(), (string?)ApiReference.MessageRules(message)?["fields"]?[field]);

    /// <summary>The type of a schema; the word of the rules tells what no schema can say.</summary>
    public static WireType Of(JsonObject schema, string? word = null)
    {
        if ((string?)schema["$ref"] is { } reference)
            return OfNamed(ApiReference.Target(reference), word);
        if ((string?)schema["x-bytes"] is { } bytes)
            return new(WireKind.Hex, bytes);
        return TypeName(schema) switch
        {
            "array" => new(WireKind.List, Element: Of(schema["items"]!.AsObject(), word)),
            "object" when schema["additionalProperties"] is JsonObject values => new(WireKind.Map, Element: Of(values, ValueWord(word)), Key: KeyKind(word)),
            "object" => new(WireKind.Struct),
            "boolean" => new(WireKind.Bool),
            "integer" => new((string)schema["format"]! == "uint32" ? WireKind.UInt32 : WireKind.Int32),
            "number" => new((string)schema["format"]! == "float" ? WireKind.Float : WireKind.Double),
            _ => OfText(schema, word),
        };
    }

    private static WireType OfNamed(string name, string? word)
    {
        if (name == "FieldMask")
            return new(WireKind.Mask, word!["mask<".Length..^1]);
        if (name == "Any")
            return new(WireKind.Any);
        if (ApiReference.IsEnum(name))
            return new(WireKind.Enum, name);
        var schema = ApiReference.Schema(name);
        if (ApiReference.IsWrapper(name))
            return Of(schema) with { IsWrapper = true };
        return (string?)schema["format"] == "hex" ? new(WireKind.Hex, name) : new(WireKind.Message, name);
    }

    private static WireType OfText(JsonObject schema, string? word) => ((string?)schema["format"], (string?)schema["contentEncoding"], word) switch
    {
        ("uint64", _, _) => new(WireKind.UInt64),
        ("int64", _, _) => new(WireKind.Int64),
        ("date-time", _, _) => new(WireKind.Timestamp),
        ("duration", _, _) => new(WireKind.Duration),
        (_, "base64", _) => new(WireKind.Base64),
        (_, _, "DevAddrPrefix") => new(WireKind.DevAddrPrefix),
        _ => new(WireKind.Text),
    };

    // Nullable wrappers are ["boolean", "null"] and so on.
    private static string TypeName(JsonObject schema) => schema["type"] is JsonArray types ? (string)types[0]! : (string)schema["type"]!;

    private static WireKind KeyKind(string? word) => word switch
    {
        _ when word?.StartsWith("map<uint32,", StringComparison.Ordinal) ?? false => WireKind.UInt32,
        _ when word?.StartsWith("map<uint64,", StringComparison.Ordinal) ?? false => WireKind.UInt64,
        _ => WireKind.Text,
    };

    private static string? ValueWord(string? word) => word?.StartsWith("map<", StringComparison.Ordinal) ?? false ? word[(word.IndexOf(',') + 1)..^1] : word;
}
