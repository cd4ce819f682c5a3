using System.Text.Json;

namespace TheThingsStack.Emulator.Schema;

/// <summary>Turns the schemas of the reference into types of fields.</summary>
internal sealed class SchemaReader(JsonElement schemas, IReadOnlyDictionary<string, MessageType> messages, IReadOnlyDictionary<string, EnumType> enums)
{
    /// <summary>A field of a message, a property of a body or a parameter.</summary>
    /// <param name="name">The declared name.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="word">What the rules say about its type, where the schema cannot: the keys of maps, and masks.</param>
    public FieldType Field(string name, JsonElement schema, string? word = null)
    {
        if (word is not null && word.StartsWith("mask", StringComparison.Ordinal))
            return new FieldType(name, new WireType(WireKind.Mask));
        if (schema.TryGetProperty("type", out var type))
        {
            if (type.ValueKind == JsonValueKind.Array)
                return new FieldType(name, Scalar(type[0].GetString()!, schema)) { Nullable = true };
            if (type.ValueEquals("array"))
                return new FieldType(name, Value(schema.GetProperty("items"))) { Shape = FieldShape.List };
            if (IsMap(schema, out var values))
                return new FieldType(name, Value(values)) { Shape = FieldShape.Map, MapKey = MapKey(word) };
        }

        return new FieldType(name, Value(schema));
    }

    private WireType Value(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Named(reference.GetString()!.Split('/')[^1]);
        return Scalar(schema.GetProperty("type").GetString()!, schema);
    }

    private WireType Named(string name)
    {
        if (enums.TryGetValue(name, out var type))
            return new WireType(WireKind.Enum) { Enum = type };
        if (name is "FieldMask")
            return new WireType(WireKind.Mask);
        if (name is "Any")
            return new WireType(WireKind.Any);
        if (messages.TryGetValue(name, out var message))
            return new WireType(message.IsWrapper ? WireKind.Wrapper : WireKind.Message) { Message = message };
        return Value(schemas.GetProperty(name));
    }

    private WireType Scalar(string type, JsonElement schema)
    {
        if (schema.TryGetProperty("x-bytes", out var domain))
            return Named(domain.GetString()!);
        var format = schema.TryGetProperty("format", out var value) ? value.GetString() : null;
        return (type, format) switch
        {
            ("boolean", _) => new(WireKind.Bool),
            ("integer", "uint32") => new(WireKind.UInt32),
            ("integer", _) => new(WireKind.Int32),
            ("number", "float") => new(WireKind.Float),
            ("number", _) => new(WireKind.Double),
            ("string", "uint64") => new(WireKind.UInt64),
            ("string", "int64") => new(WireKind.Int64),
            ("string", "date-time") => new(WireKind.Timestamp),
            ("string", "duration") => new(WireKind.Duration),
            ("string", "hex") => new(WireKind.Hex) { Bytes = schema.GetProperty("maxLength").GetInt32() / 2 },
            ("string", _) when schema.TryGetProperty("contentEncoding", out _) => new(WireKind.Base64),
            ("string", _) => new(WireKind.String),
            ("object", _) => new(WireKind.Struct),
            _ => throw new InvalidDataException($"The reference holds a schema of unknown type {type} {format}."),
        };
    }

    private static bool IsMap(JsonElement schema, out JsonElement values) =>
        schema.TryGetProperty("additionalProperties", out values) && values.ValueKind == JsonValueKind.Object;

    private static WireKind MapKey(string? word) => word switch
    {
        not null when word.StartsWith("map<uint32", StringComparison.Ordinal) => WireKind.UInt32,
        not null when word.StartsWith("map<uint64", StringComparison.Ordinal) => WireKind.UInt64,
        _ => WireKind.String,
    };
}
