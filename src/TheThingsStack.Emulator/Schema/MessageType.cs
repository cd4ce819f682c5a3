using System.Text;

namespace TheThingsStack.Emulator.Schema;

internal enum FieldShape
{
    Single,
    List,
    Map,
}

/// <summary>One field of a message.</summary>
internal sealed record FieldType(string Name, WireType Value)
{
    public FieldShape Shape { get; init; }

    /// <summary>The kind of number that the keys of a map are; text otherwise.</summary>
    public WireKind MapKey { get; init; } = WireKind.String;

    /// <summary>Whether absent differs from zero although the value is a plain scalar.</summary>
    public bool Nullable { get; init; }

    /// <summary>The group of fields, of which at most one is set, that this field belongs to.</summary>
    public string? Oneof { get; init; }

    public Limits Limits { get; init; } = Limits.None;

    /// <summary>Whether the field is still understood, but not to be used.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether a zero must be kept because it says something else than absent.</summary>
    public bool KeepsZero => Shape == FieldShape.Single && (Nullable || Oneof is not null || Value.HasPresence);

    /// <summary>The message that a mask may descend into, if any: neither lists nor maps are descended.</summary>
    public MessageType? Descends => Shape == FieldShape.Single ? Value.Message : null;
}

/// <summary>A message: its fields in the order of declaration, and its groups of exclusive fields.</summary>
internal sealed class MessageType(string name, bool isWrapper = false)
{
    private readonly Dictionary<string, FieldType> _byKey = new(StringComparer.Ordinal);
    private readonly List<FieldType> _fields = [];

    public string Name => name;

    /// <summary>Whether the message is written as its single field, bare.</summary>
    public bool IsWrapper => isWrapper;

    public IReadOnlyList<FieldType> Fields => _fields;

    /// <summary>The groups of exclusive fields; the value says whether one of them must be set.</summary>
    public Dictionary<string, bool> Oneofs { get; } = new(StringComparer.Ordinal);

    public void Add(FieldType field)
    {
        _fields.Add(field);
        _byKey[field.Name] = field;
        _byKey.TryAdd(CamelCase(field.Name), field);
    }

    public void Replace(FieldType field)
    {
        _fields[_fields.FindIndex(f => f.Name == field.Name)] = field;
        _byKey[field.Name] = field;
        _byKey[CamelCase(field.Name)] = field;
    }

    /// <summary>A field by its declared name, as masks spell it.</summary>
    public FieldType? Field(string fieldName) => _byKey.TryGetValue(fieldName, out var field) && field.Name == fieldName ? field : null;

    /// <summary>A field by a key of a JSON object or a query: the declared name or its camelCase form.</summary>
    public FieldType? FieldByKey(string key) => _byKey.GetValueOrDefault(key);

    public IEnumerable<FieldType> Members(string oneof) => _fields.Where(f => f.Oneof == oneof);

    public static string CamelCase(string fieldName)
    {
        var text = new StringBuilder(fieldName.Length);
        for (var i = 0; i < fieldName.Length; i++)
        {
            if (fieldName[i] == '_' && i + 1 < fieldName.Length)
                text.Append(char.ToUpperInvariant(fieldName[++i]));
            else
                text.Append(fieldName[i]);
        }

        return text.ToString();
    }
}
