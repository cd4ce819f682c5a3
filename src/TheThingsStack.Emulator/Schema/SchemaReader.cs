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
            return new FieldType(name, new WireType(ValueKind.Mask));
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
            return new WireType(ValueKind.Enum) { Enum = type };
        if (name is "FieldMask")
            return new WireType(ValueKind.Mask);
        if (name is "Any")
            return new WireType(ValueKind.Any);
        if (messages.TryGetValue(name, out var message))
            return new WireType(message.IsWrapper ? ValueKind.Wrapper : ValueKind.Message) { Message = message };
        return Value(schemas.GetProperty(name));
    }

    private WireType Scalar(string type, JsonElement schema)
    {
        if (schema.TryGetProperty("x-bytes", out var domain))
            return Named(domain.GetString()!);
        var format = schema.TryGetProperty("format", out var value) ? value.GetString() : null;
        return (type, format) switch
        {
            ("boolean", _) => new(ValueKind.Bool),
            ("integer", "uint32") => new(ValueKind.UInt32),
            ("integer", _) => new(ValueKind.Int32),
            ("number", "float") => new(ValueKind.Float),
            ("number", _) => new(ValueKind.Double),
            ("string", "uint64") => new(ValueKind.UInt64),
            ("string", "int64") => new(ValueKind.Int64),
            ("string", "date-time") => new(ValueKind.Timestamp),
            ("string", "duration") => new(ValueKind.Duration),
            ("string", "hex") => new(ValueKind.Hex) { Bytes = schema.GetProperty("maxLength").GetInt32() / 2 },
            ("string", _) when schema.TryGetProperty("contentEncoding", out _) => new(ValueKind.Base64),
            ("string", _) => new(ValueKind.String),
            ("object", _) => new(ValueKind.Struct),
            _ => throw new InvalidDataException($"The reference holds a schema of unknown type {type} {format}."),
        };
    }

    private static bool IsMap(JsonElement schema, out JsonElement values) =>
        schema.TryGetProperty("additionalProperties", out values) && values.ValueKind == JsonValueKind.Object;

    private static ValueKind MapKey(string? word) => word switch
    {
        not null when word.StartsWith("map<uint32", StringComparison.Ordinal) => ValueKind.UInt32,
        not null when word.StartsWith("map<uint64", StringComparison.Ordinal) => ValueKind.UInt64,
        _ => ValueKind.String,
    };
}
