namespace TheThingsStack.Generators.Reading;

/// <summary>A reference, read from Swagger 2.0 or OpenAPI 3, in one form for both. Positions stop here.</summary>
internal sealed class SpecDocument
{
    public string Title { get; set; } = "";

    public string Version { get; set; } = "";

    public Dictionary<string, string> TagSummaries { get; } = new(StringComparer.Ordinal);

    public List<SpecOperation> Operations { get; } = [];

    /// <summary>Named schemas, in the order of the document.</summary>
    public List<SpecNamedSchema> Schemas { get; } = [];
}

internal sealed class SpecNamedSchema(string name, SpecSchema schema)
{
    public string Name { get; } = name;

    public SpecSchema Schema { get; } = schema;
}

internal sealed class SpecOperation
{
    public string HttpMethod { get; set; } = "";

    public string Route { get; set; } = "";

    public string? Id { get; set; }

    public string? Tag { get; set; }

    public string? Summary { get; set; }

    public bool Deprecated { get; set; }

    public List<SpecParameter> Parameters { get; } = [];

    public SpecSchema? Body { get; set; }

    /// <summary>The schema of a successful answer; null where there is no content.</summary>
    public SpecSchema? Response { get; set; }

    public int Offset { get; set; }

    /// <summary>How diagnostics name it.</summary>
    public string Label => $"{HttpMethod} {Route}";

    public bool HasPathParameter(string name) => Parameters.Exists(p => p.In == "path" && p.Name == name);
}

internal sealed class SpecParameter
{
    public string Name { get; set; } = "";

    /// <summary>"path", "query" or "header".</summary>
    public string In { get; set; } = "";

    public bool Required { get; set; }

    /// <summary>Whether a list repeats the key; else its items are joined by commas.</summary>
    public bool Repeats { get; set; } = true;

    public SpecSchema Schema { get; set; } = SpecSchema.Anything;

    public string? Description { get; set; }

    public int Offset { get; set; }
}

internal sealed class SpecProperty(string name, SpecSchema schema, int offset)
{
    public string Name { get; } = name;

    public SpecSchema Schema { get; } = schema;

    public int Offset { get; } = offset;
}

/// <summary>What a schema says, after <c>allOf</c> and nullability are resolved.</summary>
internal sealed class SpecSchema
{
    public static readonly SpecSchema Anything = new();

    /// <summary>The name of the schema that this one refers to.</summary>
    public string? Reference { get; set; }

    /// <summary>"object", "array", "string", "integer", "number", "boolean"; null where nothing is said.</summary>
    public string? Type { get; set; }

    public string? Format { get; set; }

    /// <summary>Whether a string carries bytes in base64.</summary>
    public bool IsBase64 { get; set; }

    /// <summary>The domain type of bytes that travel as base64 in paths and queries (<c>x-bytes</c>).</summary>
    public string? BytesType { get; set; }

    public string? Description { get; set; }

    public bool Deprecated { get; set; }

    public List<SpecProperty> Properties { get; } = [];

    /// <summary>Whether it says itself that it has no properties.</summary>
    public bool HasNoMembers { get; set; }

    public SpecSchema? Items { get; set; }

    public SpecSchema? AdditionalProperties { get; set; }

    /// <summary>The values of an enumeration: names, or digits where the type is an integer.</summary>
    public List<string>? Enum { get; set; }

    /// <summary>Names for the values of an integer enumeration.</summary>
    public List<string>? EnumNames { get; set; }

    public Dictionary<string, string>? EnumDescriptions { get; set; }

    /// <summary>Whether the schema is a choice between shapes that C# has no one type for.</summary>
    public bool IsChoice { get; set; }

    public int Offset { get; set; }

    public bool IsObject => Properties.Count > 0 || Type == "object";

    /// <summary>Whether it says anything about the form of a value.</summary>
    public bool SaysSomething => Reference is not null || Type is not null || IsChoice || Enum is not null || IsObject;
}
