using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

internal enum SchemaKind
{
    Message,
    Enum,

    /// <summary>JSON has the bare value of the message's only field.</summary>
    Wrapper,

    /// <summary>A name for a scalar, a list or a map.</summary>
    Alias,

    /// <summary>A type of the runtime library.</summary>
    BuiltIn,
}

/// <summary>A named schema and what it becomes.</summary>
internal sealed class SchemaEntry(string cleanName, string typeName, SchemaKind kind, SpecSchema schema, MessageRules? rules, TypeModel? builtIn)
{
    /// <summary>The name by which the rules know it.</summary>
    public string CleanName { get; } = cleanName;

    public string TypeName { get; } = typeName;

    public SchemaKind Kind { get; } = kind;

    public SpecSchema Schema { get; } = schema;

    public MessageRules? Rules { get; } = rules;

    public TypeModel? BuiltIn { get; } = builtIn;
}

/// <summary>The named schemas of a reference, with the C# names that they get.</summary>
internal sealed class SchemaTable
{
    // Types of the runtime library that a reference may define for itself, as ours does for bytes in hex.
    private static readonly HashSet<string> DomainTypes = ["Eui64", "DevAddr", "NetId", "AesKey", "DevNonce", "JoinNonce", "MacAddress", "DevAddrPrefix"];

    private readonly Dictionary<string, SchemaEntry> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaEntry> _byCleanName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaEntry> _enumsByValues = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<SchemaEntry>> _byShape = [];

    public SchemaTable(SpecDocument document, RuleSet rules)
    {
        // "Paths" is the namespace of the path builders; the client's own name is promised to the user; another class stands beside it.
        TakenTypeNames = new(StringComparer.OrdinalIgnoreCase) { "Paths", "TheThingsStackClient", "TheThingsStackServiceCollectionExtensions" };
        foreach (var named in document.Schemas)
        {
            var clean = Names.CleanSchema(named.Name);
            var entry = Classify(clean, named, rules);
            Entries.Add(entry);
            _byReference[named.Name] = entry;
            if (!_byCleanName.ContainsKey(clean))
                _byCleanName.Add(clean, entry);
            if (entry.Kind == SchemaKind.Enum)
                _enumsByValues[ValuesKey(entry.Schema)] = entry;
            if (entry.Kind == SchemaKind.Message)
                AddShape(entry);
        }
    }

    public static bool IsDomainType(string name) => DomainTypes.Contains(name);

    public List<SchemaEntry> Entries { get; } = [];

    public HashSet<string> TakenTypeNames { get; }

    public SchemaEntry? ByReference(string reference) => _byReference.TryGetValue(reference, out var entry) ? entry : null;

    public SchemaEntry? ByCleanName(string name) => _byCleanName.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>The enumeration of which an anonymous list of values is a copy.</summary>
    public SchemaEntry? EnumLike(SpecSchema schema) => _enumsByValues.TryGetValue(ValuesKey(schema), out var entry) ? entry : null;

    /// <summary>The message of which an anonymous object is a copy: the one with the same members, by name where there are several.</summary>
    public SchemaEntry? MessageLike(IEnumerable<string> members, string name)
    {
        var names = new HashSet<string>(members, StringComparer.Ordinal);
        if (!_byShape.TryGetValue(Shape(names), out var alike))
            return null;
        var entries = alike.FindAll(entry => names.SetEquals(entry.Schema.Properties.Select(static p => p.Name)));
        var pascal = Names.Pascal(name);
        return entries.Count < 2 ? entries.FirstOrDefault()
            : entries.Find(e => e.TypeName == pascal) ?? entries.Find(e => e.TypeName.StartsWith(pascal.TrimEnd('s'), StringComparison.Ordinal));
    }

    private SchemaEntry Classify(string clean, SpecNamedSchema named, RuleSet rules)
    {
        var schema = named.Schema;
        if (BuiltInType(clean, schema) is { } builtIn)
            return new(clean, clean, SchemaKind.BuiltIn, schema, null, builtIn);
        var messageRules = rules.Message(clean);
        var kind = messageRules is { IsWrapper: true } ? SchemaKind.Wrapper
            : IsEnum(schema) ? SchemaKind.Enum
            : IsMessage(schema) ? SchemaKind.Message
            : SchemaKind.Alias;
        var typeName = Names.Pascal(clean);
        if (kind is SchemaKind.Message or SchemaKind.Enum && !TakenTypeNames.Add(typeName))
            typeName = Names.Take(TakenTypeNames, [Names.Pascal(named.Name), typeName + (kind == SchemaKind.Enum ? "Kind" : "Message")]);
        return new(clean, typeName, kind, schema, messageRules, null);
    }

    private static TypeModel? BuiltInType(string clean, SpecSchema schema) => clean switch
    {
        "Any" when schema.Properties.Exists(static p => p.Name == "@type") || IsOpen(schema) => new(TypeKind.Any),
        "Struct" when schema.Properties.Exists(static p => p.Name == "fields") || IsOpen(schema) => TypeModel.Struct,
        "Value" when IsOpen(schema) => TypeModel.Node,
        _ when schema.Format == "hex" && DomainTypes.Contains(clean) => TypeModel.Domain(clean),
        _ => null,
    };

    private static bool IsOpen(SpecSchema schema) => !schema.SaysSomething || (schema.Type == "object" && schema.Properties.Count == 0);

    private static bool IsEnum(SpecSchema schema) =>
        schema.Enum is { Count: > 0 } && (schema.Type is null or "string" || schema.EnumNames is not null);

    // An object without members is a message too, unless anything may be in it.
    private static bool IsMessage(SpecSchema schema) =>
        schema.Reference is null && !schema.IsChoice && (schema.Properties.Count > 0 || (schema.Type == "object" && schema.AdditionalProperties is null));

    private void AddShape(SchemaEntry entry)
    {
        var shape = Shape(entry.Schema.Properties.Select(static p => p.Name));
        if (!_byShape.TryGetValue(shape, out var entries))
            _byShape.Add(shape, entries = []);
        entries.Add(entry);
    }

    private static string ValuesKey(SpecSchema schema) => string.Join("\0", schema.EnumNames ?? schema.Enum!);

    /// <summary>A bit for each member: the same for all messages with the same members, in whatever order.</summary>
    private static long Shape(IEnumerable<string> members)
    {
        var shape = 0L;
        foreach (var member in members)
            shape |= 1L << (member.GetHashCode() & 63);
        return shape;
    }
}
