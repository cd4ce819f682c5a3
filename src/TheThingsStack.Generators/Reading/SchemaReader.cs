using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads schemas of both document forms, whose keywords agree.</summary>
internal sealed class SchemaReader(SpecNode root, FaultList faults)
{
    private const int MaxDepth = 64;

    private static readonly string[] Containers = ["#/definitions/", "#/components/schemas/"];

    // Null while it is being read: what leads back to itself from there has no end.
    private readonly Dictionary<SpecNode, SpecSchema?> _inlined = [];
    private readonly Dictionary<string, IReadOnlyList<SpecProperty>> _flattened = new(StringComparer.Ordinal);

    public SpecSchema Read(SpecNode node) => Read(node, 0);

    /// <summary>Follows a reference to anything but a named schema.</summary>
    public SpecNode? Resolve(SpecNode node)
    {
        for (var hops = 0; node.TextOf("$ref") is { } reference; hops++)
        {
            if (hops == MaxDepth || Find(reference) is not { } target)
            {
                faults.Add(FaultKind.UnresolvedReference, node.Offset, reference);
                return null;
            }

            node = target;
        }

        return node;
    }

    private SpecSchema Read(SpecNode node, int depth)
    {
        if (!node.IsObject)
        {
            if (node.Kind != SpecNodeKind.Boolean)
                faults.Add(FaultKind.Malformed, node.Offset, "a schema is an object");
            return new() { Offset = node.Offset };
        }

        if (depth > MaxDepth)
        {
            faults.Add(FaultKind.Unsupported, node.Offset, "schemas nested deeper than 64 levels");
            return new() { Offset = node.Offset };
        }

        return node.TextOf("$ref") is { } reference ? ReadReference(node, reference, depth) : ReadInline(node, depth);
    }

    private SpecSchema ReadReference(SpecNode node, string reference, int depth)
    {
        foreach (var container in Containers)
        {
            if (!reference.StartsWith(container, StringComparison.Ordinal) || reference.IndexOf('/', container.Length) >= 0)
                continue;
            if (Find(reference) is null)
                break;
            return new() { Reference = Unescape(reference.Substring(container.Length)), Description = node.TextOf("description"), Offset = node.Offset };
        }

        if (Find(reference) is { } target && ReadInlined(target, depth) is { } schema)
            return schema;
        faults.Add(FaultKind.UnresolvedReference, node.Offset, reference);
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
        };
        ReadProperties(node, schema, depth);
        if (node["items"] is { } items)
        {
            // Older gateways leave "string" beside the items of a list whose type an option has replaced.
            schema.Items = Read(items, depth + 1);
            schema.Type = "array";
        }

        if (node["additionalProperties"] is { } additional && (additional.IsObject || additional.IsTrue))
            schema.AdditionalProperties = Read(additional, depth + 1);
        ReadEnum(node, schema);
        ReadCombinations(node, schema, depth);
        schema.Type ??= schema.Properties.Count > 0 || schema.AdditionalProperties is not null ? "object" : schema.Items is not null ? "array" : null;
        return schema;
    }

    // OpenAPI 3.1 writes nullability as a list of types; all properties are nullable here, so "null" says nothing new.
    private string? ReadType(SpecNode node)
    {
        if (node["type"] is not { } type)
            return null;
        if (type.Kind == SpecNodeKind.Text)
            return type.Text;
        var named = type.Items.Where(static t => t.Kind == SpecNodeKind.Text && t.Text != "null").ToList();
        if (named.Count == 1)
            return named[0].Text;
        faults.Add(named.Count == 0 ? FaultKind.Malformed : FaultKind.Unsupported, type.Offset, "a schema of several types");
        return null;
    }

    private void ReadProperties(SpecNode node, SpecSchema schema, int depth)
    {
        if (node["properties"] is not { IsObject: true } properties)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in properties.Members)
        {
            // Tables of the generated code separate names by NUL.
            if (member.Name.Length == 0 || member.Name.IndexOf('\0') >= 0)
                faults.Add(FaultKind.Malformed, member.Offset, "a property without a name");
            else if (seen.Add(member.Name))
                schema.Properties.Add(new(member.Name, Read(member.Value, depth + 1), member.Offset));
        }
    }

    private static void ReadEnum(SpecNode node, SpecSchema schema)
    {
        if (node["enum"] is { Kind: SpecNodeKind.List } values)
            schema.Enum = [.. values.Items.Where(static v => v.Text is not null && v.Text.IndexOf('\0') < 0).Select(static v => v.Text!).Distinct(StringComparer.Ordinal)];
        var names = node["x-enum-varnames"] ?? node["x-enumNames"];
        if (names is { Kind: SpecNodeKind.List } && names.Items.Count == schema.Enum?.Count && names.Items.All(static n => n.Kind == SpecNodeKind.Text && n.Text!.IndexOf('\0') < 0))
            schema.EnumNames = [.. names.Items.Select(static n => n.Text!)];
        if (node["x-enum-descriptions"] is { IsObject: true } descriptions)
        {
            schema.EnumDescriptions = new(StringComparer.Ordinal);
            foreach (var member in descriptions.Members)
                schema.EnumDescriptions[member.Name] = member.Value.Text ?? "";
        }
    }

    private void ReadCombinations(SpecNode node, SpecSchema schema, int depth)
    {
        if (node["allOf"] is { Kind: SpecNodeKind.List } all)
            ReadAllOf(all, schema, depth);
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            if (node[keyword] is { Kind: SpecNodeKind.List } any)
                ReadAnyOf(any, schema, depth);
        }
    }

    // One reference with a description beside it is how Swagger documents a property; more than one part is a message made of several.
    private void ReadAllOf(SpecNode all, SpecSchema schema, int depth)
    {
        var parts = all.Items.Select(part => Read(part, depth + 1)).ToList();
        if (parts.Count == 1 && schema.Properties.Count == 0)
        {
            Become(schema, parts[0]);
            return;
        }

        foreach (var part in parts)
        {
            foreach (var property in Flatten(part, depth))
            {
                if (!schema.Properties.Exists(p => p.Name == property.Name))
                    schema.Properties.Add(property);
            }
        }

        schema.Type = "object";
    }

    private IReadOnlyList<SpecProperty> Flatten(SpecSchema part, int depth)
    {
        if (part.Reference is not { } name)
            return part.Properties;
        if (_flattened.TryGetValue(name, out var known))
            return known;
        _flattened[name] = [];
        if ((Find(Containers[0] + Escape(name)) ?? Find(Containers[1] + Escape(name))) is not { } target)
            return [];
        return _flattened[name] = Flatten(Read(target, depth + 1), depth + 1);
    }

    private void ReadAnyOf(SpecNode any, SpecSchema schema, int depth)
    {
        var parts = any.Items.Where(static part => part.TextOf("type") != "null").Select(part => Read(part, depth + 1)).ToList();
        if (parts.Count == 1)
            Become(schema, parts[0]);
        else if (schema.Properties.Count == 0)
            schema.IsChoice = true;
    }

    private static void Become(SpecSchema schema, SpecSchema other)
    {
        schema.Reference = other.Reference;
        schema.Description ??= other.Description;
        schema.Type ??= other.Type;
        schema.Format ??= other.Format;
        schema.IsBase64 |= other.IsBase64;
        schema.Items ??= other.Items;
        schema.AdditionalProperties ??= other.AdditionalProperties;
        schema.Enum ??= other.Enum;
        schema.EnumNames ??= other.EnumNames;
        schema.EnumDescriptions ??= other.EnumDescriptions;
        schema.IsChoice |= other.IsChoice;
        schema.Properties.AddRange(other.Properties);
    }

    private SpecNode? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return null;
        var node = root;
        foreach (var segment in reference.Substring(2).Split('/'))
        {
            if (node[Unescape(segment)] is not { } next)
                return null;
            node = next;
        }

        return node;
    }

    private static string Unescape(string segment) =>
        segment.IndexOf('~') < 0 && segment.IndexOf('%') < 0 ? segment : Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~");

    private static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");
}
