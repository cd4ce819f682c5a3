using System.Globalization;
using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Schema;

/// <summary>An enumeration: the names of its numbers, the spelling that is written, and what else is understood when read.</summary>
internal sealed class EnumType(string name, bool isNumeric, IReadOnlyDictionary<string, int> values, IReadOnlyDictionary<int, string> written, IReadOnlyDictionary<string, int> accepts)
{
    private readonly Dictionary<int, string> _names = Spellings(values, written);

    public string Name => name;

    /// <summary>The declared names, aliases included.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Whether its values are written as numbers.</summary>
    public bool IsNumeric => isNumeric;

    public bool IsDefined(int number) => _names.ContainsKey(number);

    /// <summary>The number of a name as the protocol declares it; paths and queries know no other.</summary>
    public bool TryGetDeclared(string text, out int number) => values.TryGetValue(text, out number);

    /// <summary>The number of anything that a body may say: a declared name, one without its prefix, or a version number.</summary>
    public bool TryGetAccepted(string text, out int number) => TryGetDeclared(text, out number) || accepts.TryGetValue(text, out number);

    /// <summary>What the server writes for a number: the name, or the number for numeric enumerations and for unknown values.</summary>
    public JsonNode ToJson(int number) => !isNumeric && _names.TryGetValue(number, out var text) ? JsonValue.Create(text) : JsonValue.Create(number);

    public int FromJson(JsonNode node) =>
        TryGetDeclared(node.ToString(), out var number) ? number : int.Parse(node.ToString(), CultureInfo.InvariantCulture);

    private static Dictionary<int, string> Spellings(IReadOnlyDictionary<string, int> values, IReadOnlyDictionary<int, string> written)
    {
        var names = new Dictionary<int, string>(written);
        foreach (var (text, number) in values)
            names.TryAdd(number, text);
        return names;
    }
}
