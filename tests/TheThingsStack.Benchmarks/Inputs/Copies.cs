using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>The reference several times over, each copy with names of its own. Copies have no rules, as those go by name: their masks are plain parameters.</summary>
internal static partial class Copies
{
    public static string Of(int times)
    {
        var document = JsonNode.Parse(Reference.Text)!.AsObject();
        var (paths, schemas) = (document["paths"]!.AsObject(), Schemas(document));
        var (firstPaths, firstSchemas) = (paths.ToList(), schemas.ToList());
        for (var copy = 1; copy < times; copy++)
        {
            foreach (var (path, item) in firstPaths)
                paths[$"/c{copy}{path}"] = Renamed(item!.DeepClone(), copy);
            foreach (var (name, schema) in firstSchemas)
            {
                if (!IsWellKnown(name))
                    schemas[Name(name, copy)] = Renamed(schema!.DeepClone(), copy);
            }
        }

        return document.ToJsonString();
    }

    private static JsonObject Schemas(JsonObject document) => (document["definitions"] ?? document["components"]!["schemas"])!.AsObject();

    private static JsonNode Renamed(JsonNode node, int copy)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                _ = item is null ? null : Renamed(item, copy);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (name == "$ref")
                    members[name] = Referred((string)value!, copy);
                else if (name == "operationId")
                    members[name] = Service().Replace((string)value!, $"$1C{copy}");
                else if (name == "tags" && value is JsonArray tags)
                    members[name] = new JsonArray([.. tags.Select(tag => (JsonNode)$"{tag}C{copy}")]);
                else if (value is not null)
                    Renamed(value, copy);
            }
        }

        return node;
    }

    private static string Referred(string reference, int copy)
    {
        var (container, name) = (reference[..(reference.LastIndexOf('/') + 1)], reference[(reference.LastIndexOf('/') + 1)..]);
        return IsWellKnown(name) ? reference : container + Name(name, copy);
    }

    private static string Name(string name, int copy) => Package().Replace(name, $"$1C{copy}");

    private static bool IsWellKnown(string name) => name.StartsWith("protobuf", StringComparison.Ordinal) || name.StartsWith("google", StringComparison.Ordinal) || name.StartsWith("rpc", StringComparison.Ordinal);

    [GeneratedRegex("^([^_]+)")]
    private static partial Regex Service();

    [GeneratedRegex("^((?:[a-z]*v[0-9]+)?)")]
    private static partial Regex Package();
}
