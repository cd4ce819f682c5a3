using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Decides which C# type each schema is, and makes the messages and enumerations; anonymous ones are named after where they stand.</summary>
internal sealed class TypeBinder
{
    private const int MaxDepth = 32;

    // Members that every message has.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "Paths",
        "DescribeMembers", "ReadMember", "WriteMembers",
    };

    private readonly SchemaTable _schemas;
    private readonly RuleSet _rules;
    private readonly FaultList _faults;
    private readonly Dictionary<SpecSchema, TypeModel> _anonymous = [];
    private readonly HashSet<SchemaEntry> _resolving = [];
    private readonly HashSet<SchemaEntry> _bound = [];
    private readonly Queue<SchemaEntry> _needed = [];

    public TypeBinder(SchemaTable schemas, RuleSet rules, FaultList faults)
    {
        _schemas = schemas;
        _rules = rules;
        _faults = faults;
    }

    public Dictionary<string, MessageModel> Messages { get; } = new(StringComparer.Ordinal);

    public List<EnumModel> Enums { get; } = [];

    /// <summary>The C# names of the properties that lead from a message to a value that a route can hold; null where they do not.</summary>
    public IReadOnlyList<FieldModel>? Walk(TypeModel type, string path)
    {
        var members = new List<FieldModel>();
        foreach (var segment in path.Split('.'))
        {
            if (Field(type, segment) is not { } field)
                return null;
            members.Add(field);
            type = field.Type;
        }

        return type.IsPathValue ? members : null;
    }

    private FieldModel? Field(TypeModel type, string wireName)
    {
        if (type is not { Kind: TypeKind.Message, Name: { } name })
            return null;
        if (!Messages.ContainsKey(name))
            BindNeeded(CancellationToken.None);
        return Messages.TryGetValue(name, out var message) ? message.Fields.FirstOrDefault(f => f.WireName == wireName) : null;
    }

    /// <summary>Makes every named message and enumeration that is wanted.</summary>
    public void BindNamed(Func<SchemaEntry, bool> isWanted, CancellationToken cancellation)
    {
        foreach (var entry in _schemas.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (isWanted(entry))
                BindEntry(entry);
        }
    }

    /// <summary>Makes those that were not wanted for themselves, but that something else turned out to need.</summary>
    public void BindNeeded(CancellationToken cancellation)
    {
        while (_needed.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            BindEntry(_needed.Dequeue());
        }
    }

    private void BindEntry(SchemaEntry entry)
    {
        if (entry.Kind is not (SchemaKind.Message or SchemaKind.Enum) || !_bound.Add(entry))
            return;
        if (entry.Kind == SchemaKind.Message)
            Messages[entry.TypeName] = BindMessage(entry.TypeName, entry.CleanName, entry.Schema, entry.Rules);
        else
            Enums.Add(EnumBinder.Bind(entry.TypeName, entry.CleanName, entry.Schema, _rules.Enum(entry.CleanName)));
    }

    /// <summary>The type of a schema that stands at <paramref name="place"/>.</summary>
    public TypeModel TypeOf(SpecSchema schema, string place, string? word = null, int depth = 0)
    {
        if (word is not null && TypeOfWord(word, schema, place) is { } known)
            return known;
        if (schema.Reference is { } reference)
            return TypeOfReference(reference);
        if (depth > MaxDepth)
        {
            _faults.Add(FaultKind.Unsupported, schema.Offset, $"{place}: lists and maps within each other deeper than {MaxDepth} levels");
            return TypeModel.Node;
        }

        if (schema.IsChoice)
        {
            _faults.Add(FaultKind.Unsupported, schema.Offset, $"{place}: a choice between several shapes; it becomes a JsonNode");
            return TypeModel.Node;
        }

        if (schema.Enum is { Count: > 0 } && (schema.Type is null or "string" || schema.EnumNames is not null))
            return TypeOfEnum(schema, place);
        return schema.Type switch
        {
            "string" => TypeOfText(schema),
            "boolean" => new(TypeKind.Boolean),
            "integer" => new(TypeOfInteger(schema.Format)),
            "number" => new(TypeOfNumber(schema.Format)),
            "array" => TypeModel.ListOf(schema.Items is { } items ? TypeOf(items, place + "_item", depth: depth + 1) : TypeModel.Node),
            "object" => TypeOfObject(schema, place, depth),
            _ => TypeModel.Node,
        };
    }

    /// <summary>The type that a word of the rules names: the element type where the schema is a list or a map.</summary>
    private TypeModel? TypeOfWord(string word, SpecSchema schema, string place)
    {
        if (word.StartsWith("map<", StringComparison.Ordinal) && word.IndexOf(',') is var comma and > 0)
            return TypeOfElement(word.Substring(comma + 1).TrimEnd('>'), place) is { } value ? new(TypeKind.Map, Element: value, Key: WordKind(word.Substring(4, comma - 4))) : null;
        if (TypeOfElement(word, place) is not { } element)
            return null;
        if (schema.Type == "array")
            return TypeModel.ListOf(element);
        return schema.AdditionalProperties is not null && element.Kind != TypeKind.Struct ? new(TypeKind.Map, Element: element) : element;
    }

    private TypeModel? TypeOfElement(string word, string place)
    {
        if (word.StartsWith("mask<", StringComparison.Ordinal))
            return _schemas.ByCleanName(word.Substring(5).TrimEnd('>')) is { Kind: SchemaKind.Message } target ? new(TypeKind.Mask, target.TypeName) : null;
        return word switch
        {
            "bool" => new(TypeKind.Boolean),
            "string" => TypeModel.Text,
            "int32" or "uint32" or "int64" or "uint64" or "float" or "double" => new(WordKind(word)),
            "base64" => new(TypeKind.Bytes),
            "timestamp" => TypeModel.Domain("Timestamp"),
            "duration" => TypeModel.Domain("Duration"),
            "struct" => TypeModel.Struct,
            "value" => TypeModel.Node,
            "any" => new(TypeKind.Any),
            "Eui64" or "DevAddr" or "NetId" or "AesKey" or "DevNonce" or "JoinNonce" or "MacAddress" or "DevAddrPrefix" => TypeModel.Domain(word),
            _ => _schemas.ByCleanName(word) is { } entry ? TypeOf(entry) : null,
        };
    }

    private static TypeKind WordKind(string word) => word switch
    {
        "int32" => TypeKind.Int32,
        "uint32" => TypeKind.UInt32,
        "int64" => TypeKind.Int64,
        "uint64" => TypeKind.UInt64,
        "float" => TypeKind.Single,
        "double" => TypeKind.Double,
        _ => TypeKind.Text,
    };

    private TypeModel TypeOfReference(string reference) =>
        _schemas.ByReference(reference) is { } entry ? TypeOf(entry) : TypeModel.Node;

    /// <summary>The type that a named schema became.</summary>
    public TypeModel TypeOf(SchemaEntry entry)
    {
        switch (entry.Kind)
        {
            case SchemaKind.Message:
            case SchemaKind.Enum:
                if (!_bound.Contains(entry))
                    _needed.Enqueue(entry);
                return new(entry.Kind == SchemaKind.Enum ? TypeKind.Enum : TypeKind.Message, entry.TypeName);
            case SchemaKind.BuiltIn:
                return entry.BuiltIn!;
        }

        if (_resolving.Count > MaxDepth || !_resolving.Add(entry))
        {
            _faults.Add(FaultKind.UnresolvedReference, entry.Schema.Offset, entry.CleanName + " (to itself, or further than can be followed)");
            return TypeModel.Node;
        }

        try
        {
            var value = entry.Kind == SchemaKind.Wrapper ? entry.Schema.Properties.Find(static p => p.Name == "value") : null;
            return value is null
                ? TypeOf(entry.Schema, entry.CleanName, FieldWord(entry, "value"))
                : TypeOf(value.Schema, entry.CleanName, FieldWord(entry, "value"));
        }
        finally
        {
            _resolving.Remove(entry);
        }
    }

    private static string? FieldWord(SchemaEntry entry, string field) =>
        entry.Kind == SchemaKind.Wrapper && entry.Rules!.Fields.TryGetValue(field, out var word) ? word : null;

    private static TypeModel TypeOfText(SpecSchema schema)
    {
        if (schema.BytesType is { } bytes && SchemaTable.IsDomainType(bytes))
            return TypeModel.Domain(bytes);
        if (schema.IsBase64)
            return new(TypeKind.Bytes);
        return schema.Format switch
        {
            "date-time" => TypeModel.Domain("Timestamp"),
            "duration" => TypeModel.Domain("Duration"),
            "int64" => new(TypeKind.Int64),
            "uint64" => new(TypeKind.UInt64),
            _ => TypeModel.Text,
        };
    }

    private static TypeKind TypeOfInteger(string? format) => format switch
    {
        "int32" => TypeKind.Int32,
        "uint32" => TypeKind.UInt32,
        "uint64" => TypeKind.UInt64Number,
        _ => TypeKind.Int64Number,
    };

    private static TypeKind TypeOfNumber(string? format) => format switch
    {
        "float" => TypeKind.Single,
        "int32" or "uint32" or "int64" or "uint64" => TypeOfInteger(format),
        _ => TypeKind.Double,
    };

    private TypeModel TypeOfEnum(SpecSchema schema, string place)
    {
        if (_schemas.EnumLike(schema) is { } named)
            return new(TypeKind.Enum, named.TypeName);
        if (_anonymous.TryGetValue(schema, out var known))
            return known;
        var name = Names.Take(_schemas.TakenTypeNames, Names.Pascal(place), "Kind");
        Enums.Add(EnumBinder.Bind(name, place, schema, null));
        return _anonymous[schema] = new(TypeKind.Enum, name);
    }

    private TypeModel TypeOfObject(SpecSchema schema, string place, int depth)
    {
        if (schema.Properties.Count == 0)
        {
            return schema.AdditionalProperties is { SaysSomething: true } values
                ? new(TypeKind.Map, Element: TypeOf(values, place + "_value", depth: depth + 1))
                : TypeModel.Struct;
        }

        if (_anonymous.TryGetValue(schema, out var known))
            return known;
        var name = Names.Take(_schemas.TakenTypeNames, Names.Pascal(place), "Message");
        var type = _anonymous[schema] = new(TypeKind.Message, name);
        Messages[name] = BindMessage(name, place, schema, null);
        return type;
    }

    private MessageModel BindMessage(string name, string wireName, SpecSchema schema, MessageRules? rules)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal) { name };
        var oneofs = (rules?.Oneofs ?? []).Select(o => (o.Key, Members: o.Value.Where(m => schema.Properties.Exists(p => p.Name == m)).ToList())).Where(static o => o.Members.Count > 0).ToList();
        foreach (var (oneof, _) in oneofs)
        {
            taken.Add(Names.Pascal(oneof) + "Case");
            taken.Add(Names.Pascal(oneof) + "OneofCase");
        }

        var fields = new List<FieldModel>(schema.Properties.Count);
        foreach (var property in schema.Properties)
            fields.Add(BindField(name, wireName, property, rules, taken));
        return new(
            name,
            wireName,
            rules?.FullName,
            schema.Description,
            fields.ToEquatableArray(),
            oneofs.Select(o => new OneofModel(
                Names.Pascal(o.Key), o.Key, o.Members.Select(m => fields.Find(f => f.WireName == m)!.Name).ToEquatableArray())).ToEquatableArray(),
            IsMaskTarget: false);
    }

    private FieldModel BindField(string message, string wireMessage, SpecProperty property, MessageRules? rules, HashSet<string> taken)
    {
        string? word = null;
        rules?.Fields.TryGetValue(property.Name, out word);
        var type = TypeOf(property.Schema, wireMessage + "_" + property.Name, word);
        var pascal = Names.Pascal(property.Name);
        var name = pascal == message
            ? Names.Take(taken, [type.Kind == TypeKind.List ? "Items" : "Value", pascal + "Value"])
            : Names.Take(taken, pascal, "Value");
        var isDeprecated = property.Schema.Deprecated || (rules?.Deprecated.Contains(property.Name) ?? false);
        var isWrapper = property.Schema.Reference is { } reference && _schemas.ByReference(reference) is { Kind: SchemaKind.Wrapper };
        return new(name, property.Name, type, property.Schema.Description ?? Summary(property.Schema), isDeprecated, isWrapper);
    }

    private string? Summary(SpecSchema schema) =>
        schema.Reference is { } reference ? _schemas.ByReference(reference)?.Schema.Description : schema.Items?.Description;
}
