using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>The type words of the rules file, and the schema that each stands for.</summary>
internal static class TypeWords
{
    public const string Mask = "mask";

    /// <summary>The schema of one value of this type in a body. A word that is no type of its own names a message, an enum or a domain type.</summary>
    public static JsonObject Schema(string word) => Scalar(Element(word)) ?? Element(word) switch
    {
        "any" => Reference("Any"),
        Mask => Reference(DomainTypes.FieldMask),
        var name => Reference(name),
    };

    /// <summary>The schema of one value of this type in a route or a query, where bytes are base64.</summary>
    public static JsonObject ParameterSchema(string word)
    {
        if (!DomainTypes.Contains(word))
            return Schema(word);
        var schema = Schema("base64");
        schema["x-bytes"] = word;
        return schema;
    }

    public static bool IsMask(string word) => word == Mask || word.StartsWith("mask<", StringComparison.Ordinal);

    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    /// <summary>The word of a map's values: <c>map&lt;uint32,X&gt;</c> is <c>X</c>. A mask is a mask, whatever it selects from.</summary>
    private static string Element(string word) =>
        IsMask(word) ? Mask
        : word.StartsWith("map<", StringComparison.Ordinal) ? word[(word.IndexOf(',', StringComparison.Ordinal) + 1)..^1]
        : word;

    private static JsonObject? Scalar(string word) => word switch
    {
        "bool" => new() { ["type"] = "boolean" },
        "string" => new() { ["type"] = "string" },
        "int32" or "uint32" => new() { ["type"] = "integer", ["format"] = word },
        "int64" or "uint64" => new() { ["type"] = "string", ["format"] = word },
        "float" or "double" => new() { ["type"] = "number", ["format"] = word },
        "timestamp" => new() { ["type"] = "string", ["format"] = "date-time" },
        "duration" => new() { ["type"] = "string", ["format"] = "duration", ["pattern"] = @"^-?[0-9]+(\.[0-9]{1,9})?s$" },
        "base64" => new() { ["type"] = "string", ["contentEncoding"] = "base64" },
        "DevAddrPrefix" => new() { ["type"] = "string", ["pattern"] = "^[0-9A-Fa-f]{8}/[0-9]{1,2}$" },
        "struct" => new() { ["type"] = "object", ["additionalProperties"] = true },
        _ => null,
    };
}
