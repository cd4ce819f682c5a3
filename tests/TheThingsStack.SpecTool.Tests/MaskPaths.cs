using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>
/// The paths of a message in the server's grammar: one for each field, the members of a oneof below the oneof's name,
/// descending into single messages and into value wrappers, and nowhere else.
/// </summary>
internal sealed class MaskPaths(JsonObject openApi, JsonObject rules)
{
    private readonly JsonObject _schemas = openApi.Schemas();
    private readonly JsonObject _rules = rules["messages"]!.AsObject();
    private readonly Dictionary<string, List<string>> _open = new(StringComparer.Ordinal);

    public List<string> Of(string message)
    {
        var paths = new List<string>();
        _open.Add(message, paths);
        if (_rules[message]?["wrapper"] is not null)
            paths.Add("value");
        foreach (var (field, property) in _schemas[message].Properties())
        {
            var path = Oneof(message, field) is { } oneof ? $"{oneof}.{field}" : field;
            if (path != field && !paths.Contains(Oneof(message, field)!))
                paths.Add(Oneof(message, field)!);
            // A message within itself repeats what has been seen of it so far.
            var below = Below(property!);
            paths.Add(path);
            paths.AddRange(below.Select(b => $"{path}.{b}"));
        }
        _open.Remove(message);
        return paths;
    }

    private List<string> Below(JsonNode property) =>
        property.Reference() is not { } name || !_rules.ContainsKey(name) ? []
        : _open.TryGetValue(name, out var sofar) ? [.. sofar]
        : Of(name);

    private string? Oneof(string message, string field) =>
        (_rules[message]?["oneofs"]?.AsObject() ?? []).FirstOrDefault(o => o.Value!["members"].Strings().Contains(field)).Key;
}
