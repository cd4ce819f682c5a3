using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads schemas of both document forms, whose keywords agree.</summary>
internal sealed class SchemaReader
{
    private const int MaxDepth = 64;

    // Keywords that can add members, or are references of another kind.
    private static readonly string[] Unread = ["if", "dependentSchemas", "$dynamicRef", "$recursiveRef"];

    private static readonly string[] Types = ["string", "boolean", "integer", "number", "array", "object"];

    private readonly FaultList _faults;
    private readonly Limits _limits;
    private readonly Pointers _pointers;
    private readonly Combinations _combinations;

    // Null while it is being read: what leads back to itself from there has no end.
    private readonly Dictionary<SpecNode, SpecSchema?> _inlined = [];

    public SchemaReader(SpecNode root, FaultList faults, Limits limits)
    {
        _faults = faults;
        _limits = limits;
        _pointers = new(root);
        _combinations = new(this, _pointers, faults, limits);
    }

    public SpecSchema Read(SpecNode node) => Read(node, 0);

    /// <summary>Follows a reference to anything but a named schema.</summary>
    public SpecNode? Resolve(SpecNode node)
    {
        for (var hops = 0; node.TextOf("$ref") is { } reference; hops++)
        {
            if (hops == MaxDepth || _pointers.Find(reference) is not { } target)
            {
                _faults.Add(FaultKind.UnresolvedReference, node.Offset, reference);
                return null;
            }

            node = target;
        }

        return node;
    }

    public SpecSchema Read(SpecNode node, int depth)
    {
        if (!node.IsObject)
        {
            if (node.Kind != SpecNodeKind.Boolean)
                _faults.Add(FaultKind.Malformed, node.Offset, "a schema is an object");
            return new() { Offset = node.Offset };
        }

        if (depth > MaxDepth)
        {
            _faults.Add(FaultKind.Unsupported, node.Offset, "schemas nested deeper than 64 levels");
            return new() { Offset = node.Offset };
        }

        if (node["$ref"] is not { } reference)
            return ReadInline(node, depth);
        if (reference.Kind == SpecNodeKind.Text)
            return ReadReference(node, reference.Text!, depth);
        _faults.Add(FaultKind.Malformed, reference.Offset, "a $ref is a text");
        return new() { Offset = node.Offset };
    }

    private SpecSchema ReadReference(SpecNode node, string reference, int depth)
    {
        if (_pointers.NameOf(reference) is { } name)
            return new() { Reference = name, Description = node.TextOf("description"), Offset = node.Offset };
        if (_pointers.Find(reference) is { } target && ReadInlined(target, depth) is { } schema)
            return schema;
        _faults.Add(FaultKind.UnresolvedReference, node.Offset, reference);
        return new() { Offset = node.Offset };
    }

    private SpecSchema? ReadInlined(SpecNode target, int depth)
    {
        if (_inlined.TryGetValue(target, out var known))
            return known;
        _inlined[target] = null;
        return _inlined[target] = Read(target, depth + 1);
    }

    private SpecSchema ReadInline(SpecNode node, int depth)
    {
        var schema = new SpecSchema
        {
            Offset = node.Offset,
            Type = ReadType(node),
            Format = node.TextOf("format"),
            IsBase64 = node.TextOf("contentEncoding") is "base64" or "base64url" || node.TextOf("format") == "byte",
            BytesType = node.TextOf("x-bytes"),
            Description = node.TextOf("description"),
            Deprecated = node["deprecated"] is { IsTrue: true },
            HasNoMembers = node["properties"] is { IsObject: true, Members.Length: 0 },
        };
        ReadProperties(node, schema, depth);
        ReadItems(node, schema, depth);
        ReadAdditional(node, schema, depth);
        ReadEnum(node, schema);
        _combinations.Read(node, schema, depth);
        schema.Type ??= schema.Properties.Count > 0 || schema.AdditionalProperties is not null ? "object" : null;
        ReportUnread(node, schema);
        return schema;
    }

    // OpenAPI 3.1 writes nullability as a list of types; all properties are nullable here, so "null" says nothing new.
    private string? ReadType(SpecNode node)
    {
        if (node["type"] is not { } type)
            return null;
        if (type.Kind == SpecNodeKind.Text)
            return Known(type);
        var named = type.Items.Where(static t => t.Kind == SpecNodeKind.Text && t.Text != "null").ToList();
        if (named.Count == 1)
            return Known(named[0]);
        _faults.Add(named.Count == 0 ? FaultKind.Malformed : FaultKind.Unsupported, type.Offset, "a schema of several types");
        return null;
    }

    private string? Known(SpecNode type)
    {
        if (Array.IndexOf(Types, type.Text) >= 0)
            return type.Text;
        if (type.Text != "null")
            _faults.Add(FaultKind.Unsupported, type.Offset, $"the type '{type.Text}'; it takes any JSON");
        return null;
    }

    private void ReadProperties(SpecNode node, SpecSchema schema, int depth)
    {
        foreach (var member in Parts.Members(node, "properties", _faults))
        {
            // Tables of the generated code separate names by NUL.
            if (member.Name.Length is 0 or > Limits.LongestName || member.Name.IndexOf('\0') >= 0)
                _faults.Add(FaultKind.Malformed, member.Offset, "a property without a usable name");
            else if (!_limits.TakeMember(schema.Properties.Count, node.Offset))
                break;
            else
                schema.Properties.Add(new(member.Name, Read(member.Value, depth + 1), member.Offset));
        }
    }

    private void ReadItems(SpecNode node, SpecSchema schema, int depth)
    {
        if ((node["prefixItems"] ?? (node["items"] is { Kind: SpecNodeKind.List } places ? places : null)) is { } tuple)
        {
            _faults.Add(FaultKind.Unsupported, tuple.Offset, "a list whose places have types of their own; its items take any JSON");
            schema.Type = "array";
        }
        else if (node["items"] is { } items)
        {
            // Older gateways leave "string" beside the items of a list whose type an option has replaced.
            schema.Items = Read(items, depth + 1);
            schema.Type = "array";
        }
    }

    private void ReadAdditional(SpecNode node, SpecSchema schema, int depth)
    {
        var patterns = Parts.Members(node, "patternProperties", _faults);
        if (node["additionalProperties"] is { } additional && (additional.IsObject || additional.IsTrue))
            schema.AdditionalProperties = Read(additional, depth + 1);
        else if (patterns.Length == 1)
            schema.AdditionalProperties = Read(patterns[0].Value, depth + 1);
        if (patterns.Length > 1 || (patterns.Length == 1 && schema.Properties.Count > 0))
            _faults.Add(FaultKind.Unsupported, patterns[0].Offset, "patternProperties beside others; members that they describe are not kept");
    }

    private void ReadEnum(SpecNode node, SpecSchema schema)
    {
        if (node["const"] is { } constant)
            schema.Type ??= TypeOf(constant);
        if (Parts.Items(node, "enum", _faults) is { Length: > 0 } items)
            ReadValues(node, items, schema);
    }

    private void ReadValues(SpecNode node, SpecNode[] items, SpecSchema schema)
    {
        var values = items.Where(static v => v.Kind != SpecNodeKind.Null).ToList();
        if (values.Count == 0)
            return;
        var types = values.Select(TypeOf).Distinct().ToList();
        schema.Type ??= types.Count == 1 ? types[0] : types.TrueForAll(static t => t is "integer" or "number") ? "number" : null;
        if (schema.Type is null)
        {
            _faults.Add(FaultKind.Unsupported, values[0].Offset, "values of several types; it takes any JSON");
            return;
        }

        if (!values.TrueForAll(IsUsable))
            _faults.Add(FaultKind.Malformed, values[0].Offset, "a value that is no usable text or number");
        schema.Enum = [.. values.Where(IsUsable).Select(static v => v.Text!).Distinct(StringComparer.Ordinal).TakeWhile((_, i) => _limits.TakeMember(i, node.Offset))];
        schema.EnumNames = EnumNames(node, schema);
        foreach (var member in Parts.Members(node, "x-enum-descriptions", _faults))
            (schema.EnumDescriptions ??= new(StringComparer.Ordinal))[member.Name] = member.Value.Text ?? "";
    }

    // Tables of the generated code separate values by NUL.
    private static bool IsUsable(SpecNode value) => value.Text is { Length: <= Limits.LongestText } text && text.IndexOf('\0') < 0;

    // Names make an enumeration of numbers, if there is one for each, and each number is one that an enumeration can have.
    private List<string>? EnumNames(SpecNode node, SpecSchema schema)
    {
        if ((node["x-enum-varnames"] ?? node["x-enumNames"]) is not { Kind: SpecNodeKind.List } names || names.Items.Length != schema.Enum!.Count)
            return null;
        var areNumbers = schema.Type == "integer" && schema.Enum.TrueForAll(static v => int.TryParse(v, out _));
        return areNumbers && names.Items.All(static n => n.Kind == SpecNodeKind.Text && IsUsable(n)) ? [.. names.Items.Select(static n => n.Text!)] : null;
    }

    private static string? TypeOf(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Text => "string",
        SpecNodeKind.Boolean => "boolean",
        SpecNodeKind.Number => long.TryParse(value.Text, out _) ? "integer" : "number",
        SpecNodeKind.List => "array",
        SpecNodeKind.Object => "object",
        _ => null,
    };

    private void ReportUnread(SpecNode node, SpecSchema schema)
    {
        foreach (var keyword in Unread)
        {
            if (node[keyword] is { } found)
                _faults.Add(FaultKind.Unsupported, found.Offset, $"the keyword {keyword}");
        }

        if (schema.Properties.Count > 0 && schema.AdditionalProperties is { SaysSomething: true } others)
            _faults.Add(FaultKind.Unsupported, others.Offset, "further members of any name beside those that are named; they are not kept");
    }
}
