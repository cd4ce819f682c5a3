using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators.Binding;

/// <summary>Makes open enumerations. A prefix that all values share says nothing beside the enumeration's own name and is left out.</summary>
internal static class EnumBinder
{
    // Members that every enumeration has.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "Name", "IsKnown",
    };

    public static EnumModel Bind(string name, string wireName, SpecSchema schema, EnumRules? rules)
    {
        var wireNames = schema.EnumNames ?? schema.Enum!;
        var skip = SharedPrefix(wireNames);
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal) { name };
        var values = new List<EnumValueModel>(wireNames.Count);
        for (var i = 0; i < wireNames.Count; i++)
        {
            var wire = wireNames[i];
            var pascal = Names.Pascal(wire.Substring(skip));
            string? summary = null;
            schema.EnumDescriptions?.TryGetValue(wire, out summary);
            var valueName = taken.Add(pascal) ? pascal : Names.Take(taken, [Names.Pascal(wire), pascal + "Value"]);
            values.Add(new(valueName, wire, NumberOf(wire, i, schema, rules), summary));
        }

        var aliases = (rules?.Accepts ?? []).Select(static a => new EnumAliasModel(a.Key, a.Value));
        var isNumeric = rules?.IsNumeric ?? schema.Type == "integer";
        return new(name, wireName, schema.Description, isNumeric, values.ToEquatableArray(), aliases.ToEquatableArray());
    }

    private static int NumberOf(string wire, int place, SpecSchema schema, EnumRules? rules)
    {
        if (rules is not null && rules.Numbers.TryGetValue(wire, out var number))
            return number;
        if (schema.EnumNames is not null && int.TryParse(schema.Enum![place], out number))
            return number;

        // A value that the rules do not know is newer than they are: it gets a number beside theirs and travels by name.
        return rules is null ? place : rules.Numbers.Values.DefaultIfEmpty(-1).Max() + 1 + place;
    }

    /// <summary>The length of the words, up to an underscore, that all values begin with, as long as what remains is a name.</summary>
    private static int SharedPrefix(List<string> names)
    {
        if (names.Count < 2)
            return 0;
        var length = names.Min(static n => n.Length);
        var shared = 0;
        for (var i = 0; i < length && names.TrueForAll(n => char.ToUpperInvariant(n[i]) == char.ToUpperInvariant(names[0][i])); i++)
        {
            if (names[0][i] == '_')
                shared = i + 1;
        }

        return names.TrueForAll(n => n.Length > shared && char.IsLetter(n[shared])) ? shared : 0;
    }
}
