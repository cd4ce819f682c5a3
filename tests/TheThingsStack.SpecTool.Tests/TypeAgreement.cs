using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>Whether a schema of ours is upstream's, or one of the corrections that upstream's leaves room for.</summary>
internal static class TypeAgreement
{
    private static readonly string[] Hex = ["AesKey", "DevAddr", "DevNonce", "Eui64", "JoinNonce", "MacAddress", "NetId"];

    public static bool Agree(JsonNode upstream, JsonNode ours)
    {
        if (upstream.Reference() is { } reference)
            return UpstreamNames.Clean(reference) == ours.Reference();
        if (upstream["items"] is { } items)
            return Type(ours) == "array" && Agree(items, ours["items"]!);
        if (upstream["additionalProperties"] is { } values)
            return Type(ours) == "object" && Agree(values, ours["additionalProperties"]!);
        return Shapes((string?)upstream["type"], (string?)upstream["format"]).Contains(Shape(ours));
    }

    private static string[] Shapes(string? type, string? format) => (type, format) switch
    {
        ("boolean", null) => ["boolean"],
        ("integer", "int32") => ["integer int32"],
        ("integer", "int64") => ["integer uint32"],
        ("number", "float" or "double") => [$"number {format}"],
        ("string", "int64" or "uint64" or "date-time") => [$"string {format}"],
        ("string", "byte") => ["string base64", "string prefix"],
        ("string", "string") => [.. Hex.Select(h => "ref " + h), "string"],
        ("string", null) => ["string", "string duration", "ref FieldMask"],
        ("object", null) => ["object true"],
        _ => [],
    };

    private static string Shape(JsonNode ours)
    {
        if (ours.Reference() is { } reference)
            return "ref " + reference;
        var detail = (string?)ours["format"]
            ?? (string?)ours["contentEncoding"]
            ?? (ours["pattern"] is null ? null : "prefix")
            ?? ours["additionalProperties"]?.ToJsonString();
        return detail is null ? Type(ours) : $"{Type(ours)} {detail}";
    }

    /// <summary>The type, with or without null beside it.</summary>
    private static string Type(JsonNode ours) => ours["type"] switch
    {
        JsonArray types => (string)types[0]!,
        JsonNode type => (string)type!,
        null => "none",
    };
}
