using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>Upstream's own types, read as what they stand for. Used where the rules say nothing.</summary>
internal sealed class UpstreamTypes(Upstream upstream, KnownWords known)
{
    /// <summary>The schema of one value, not of a list or map of them.</summary>
    public JsonObject Schema(string field, JsonObject schema)
    {
        if (schema.Text("$ref") is { } reference)
            return TypeWords.Reference(CleanNames.OfReference(reference));
        if (schema.Array("enum") is { } values)
            return EnumSchema(values);
        if (schema.ContainsKey("properties") || IsIdentifiers(field, schema))
            return MessageLike(field, schema) is { } message ? TypeWords.Reference(message) : new JsonObject { ["type"] = "object" };
        return TypeWords.Schema(Word(field, schema));
    }

    /// <summary>The schema of an item of a list, of a value of a map, or of the one value.</summary>
    public static JsonObject Element(JsonObject schema) => schema.Object("items") ?? schema.Object("additionalProperties") ?? schema;

    /// <summary>Whether the type says all that is to be known: a flag, an enum or a message; a text may still be anything.</summary>
    public static bool IsExact(JsonObject schema) =>
        schema.ContainsKey("$ref") || schema.ContainsKey("enum") || schema.Text("type") == "boolean"
        || (schema.Text("type") == "string" && !schema.ContainsKey("format"));

    /// <summary>The word that upstream's type amounts to.</summary>
    public string Word(string field, JsonObject schema) => (schema.Text("type"), schema.Text("format")) switch
    {
        ("boolean", _) => "bool",
        ("integer", "int32") => "int32",
        // Upstream's tool writes every uint32 so; real 64-bit integers are texts.
        ("integer", _) => "uint32",
        ("number", "float") => "float",
        ("number", _) => "double",
        ("string", "uint64" or "int64") => schema.Text("format")!,
        ("string", "date-time") => "timestamp",
        ("string", "byte") => "base64",
        ("string", "string") => known.Of(field) is { } word && DomainTypes.Contains(word) ? word : "string",
        ("string", _) => known.Of(field) == TypeWords.Mask ? TypeWords.Mask : "string",
        _ => "struct",
    };

    private JsonObject EnumSchema(JsonArray values)
    {
        var names = values.Texts().ToList();
        var same = upstream.Enums.Where(e => e.EnumNames.SequenceEqual(names)).ToList();
        return same.Count == 1 ? TypeWords.Reference(same[0].Name) : new JsonObject { ["type"] = "string", ["enum"] = names.ToJsonArray() };
    }

    /// <summary>The message that an anonymous object is a cut copy of: by its name, else the only one that has all of its properties.</summary>
    private string? MessageLike(string field, JsonObject schema)
    {
        var properties = UpstreamDefinition.PropertiesOf(schema).Select(p => p.Key).ToList();
        bool Fits(UpstreamDefinition message) => properties.All(message.Properties.Select(p => p.Key).Contains);
        if (NamedLike(field) is { } named && Fits(named))
            return named.Name;
        var fitting = upstream.Messages.Where(Fits).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0].Name : null;
    }

    private UpstreamDefinition? NamedLike(string field) =>
        (known.Of(field) is { } word ? upstream.Find(word) : null)
        ?? upstream.Find(CleanNames.Pascal(field))
        ?? (field.EndsWith("_ids", StringComparison.Ordinal) ? upstream.Find(CleanNames.Pascal(field[..^"_ids".Length]) + "Identifiers") : null);

    /// <summary>Upstream leaves nothing of identifiers that the route carries whole.</summary>
    private bool IsIdentifiers(string field, JsonObject schema) =>
        schema.Text("type") == "object" && field.EndsWith("ids", StringComparison.Ordinal) && NamedLike(field) is not null;
}
