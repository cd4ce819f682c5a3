using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators.Reading;

/// <summary>Reads <c>allOf</c>, <c>oneOf</c> and <c>anyOf</c> into one schema, as far as C# has one type for them.</summary>
internal sealed class Combinations(SchemaReader reader, Pointers pointers, FaultList faults, Limits limits)
{
    private static readonly string[] Choices = ["oneOf", "anyOf"];

    // Null while it is being expanded.
    private readonly Dictionary<string, SpecSchema?> _expanded = new(StringComparer.Ordinal);

    public void Read(SpecNode node, SpecSchema schema, int depth)
    {
        var all = Parts.Items(node, "allOf", faults);
        if (all.Length > 0)
            ReadAllOf(all, schema, depth);
        foreach (var keyword in Choices)
        {
            var any = Parts.Items(node, keyword, faults);
            if (any.Length > 0)
                ReadAnyOf(any, schema, depth);
        }
    }

    // One reference with a description beside it is how Swagger documents a property; more than one part is a message made of several.
    private void ReadAllOf(SpecNode[] all, SpecSchema schema, int depth)
    {
        var parts = all.Select(part => reader.Read(part, depth + 1)).Where(static part => part.SaysSomething).ToList();
        if (parts.Count == 1 && schema.Properties.Count == 0)
        {
            Become(schema, parts[0]);
            return;
        }

        var wholes = parts.ConvertAll(part => Expand(part, depth));
        if (wholes.Exists(static w => w.IsObject) || schema.Properties.Count > 0)
            TakeIn(wholes, schema);
        else if (wholes.Count > 0)
            Narrow(wholes, schema);
    }

    private void TakeIn(List<SpecSchema> wholes, SpecSchema schema)
    {
        var names = new HashSet<string>(schema.Properties.Select(static p => p.Name), StringComparer.Ordinal);
        foreach (var whole in wholes)
        {
            if (whole.SaysSomething && !whole.IsObject)
                faults.Add(FaultKind.Unsupported, whole.Offset, "a part that is no object among the parts of one; it is left out");
            schema.AdditionalProperties ??= whole.AdditionalProperties;
            foreach (var property in whole.Properties)
            {
                if (names.Add(property.Name) && limits.TakeMember(schema.Properties.Count, schema.Offset))
                    schema.Properties.Add(property);
            }
        }

        schema.Type = "object";
    }

    // Parts that narrow one value: a text by its pattern, an enumeration by what is said of it.
    private void Narrow(List<SpecSchema> wholes, SpecSchema schema)
    {
        if (wholes.Select(static w => w.Type).OfType<string>().Distinct().Count() > 1 || wholes.Count(static w => w.IsChoice) > 1)
            faults.Add(FaultKind.Unsupported, schema.Offset, "parts of several types; the first counts");
        foreach (var whole in wholes)
            Become(schema, whole);
    }

    /// <summary>What a part is, with the named schemas that it leads to.</summary>
    private SpecSchema Expand(SpecSchema part, int depth)
    {
        if (part.Reference is not { } name)
            return part;
        if (!_expanded.TryGetValue(name, out var known))
        {
            _expanded[name] = null;
            known = pointers.Named(name) is { } target ? Expand(reader.Read(target, depth + 1), depth + 1) : null;
            _expanded[name] = known ?? SpecSchema.Anything;
        }

        if (known is null)
            faults.Add(FaultKind.UnresolvedReference, part.Offset, name + " (to itself)");
        return known ?? SpecSchema.Anything;
    }

    private void ReadAnyOf(SpecNode[] any, SpecSchema schema, int depth)
    {
        var parts = any.Where(static part => part.TextOf("type") != "null").Select(part => reader.Read(part, depth + 1)).ToList();
        if (parts.Count == 0)
            return;
        if (parts.Count == 1)
            Become(schema, parts[0]);
        else if (schema.Properties.Count == 0 && AreOneScalar(parts))
            schema.Type = parts[0].Type;
        else if (schema.Properties.Count == 0)
            schema.IsChoice = true;
        else if (parts.Find(static part => part.Reference is not null || part.Properties.Count > 0 || part.IsChoice) is { } further)
            faults.Add(FaultKind.Unsupported, further.Offset, "a choice beside members; what only the choice names is not kept");
    }

    private static bool AreOneScalar(List<SpecSchema> parts) =>
        parts.TrueForAll(part => part.Type is "string" or "integer" or "number" or "boolean" && part.Type == parts[0].Type && part.IsBase64 == parts[0].IsBase64);

    private static void Become(SpecSchema schema, SpecSchema other)
    {
        schema.Reference ??= other.Reference;
        schema.Description ??= other.Description;
        schema.Type ??= other.Type;
        schema.Format ??= other.Format;
        schema.IsBase64 |= other.IsBase64;
        schema.BytesType ??= other.BytesType;
        schema.Items ??= other.Items;
        schema.AdditionalProperties ??= other.AdditionalProperties;
        schema.Enum ??= other.Enum;
        schema.EnumNames ??= other.EnumNames;
        schema.EnumDescriptions ??= other.EnumDescriptions;
        schema.IsChoice |= other.IsChoice;
        schema.Properties.AddRange(other.Properties);
    }
}
