using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Generators.Tests.Fuzzing;

/// <summary>Damages a document in small random ways; the same seed gives the same damage.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly string[] Texts =
    [
        "", "#", "#/definitions/", "#/paths", "object", "array", "string", "integer", "number", "null", "file", "path", "query", "body", "header", "cookie", "formData", "date-time", "byte", "int64",
        "Things_Get", "field_mask", "result", "a.b.c", "/a/{b=**}:c", "application/json", "multi", "Eui64", "googleprotobufAny", new string('x', 600), .. HostileText.Pieces,
    ];

    private static readonly string[] Keys =
    [
        "$ref", "type", "properties", "items", "prefixItems", "additionalProperties", "patternProperties", "enum", "const", "allOf", "oneOf", "anyOf", "name", "in", "schema", "content", "application/json", "parameters",
        "requestBody", "responses", "200", "204", "default", "get", "post", "operationId", "tags", "required", "format", "description", "value", "result", "error", "x-enum-varnames", "x-bytes", "basePath", "servers", "style",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The text with some characters lost, doubled or replaced.</summary>
    public string OfText(string text)
    {
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var at = _random.Next(text.Length);
            var length = Math.Min(_random.Next(1, 12), text.Length - at);
            text = _random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                _ => text.Remove(at, 1).Insert(at, ((char)_random.Next(1, 128)).ToString()),
            };
        }

        return text;
    }

    /// <summary>The document with some of its values moved, replaced, renamed or gone; it is JSON still.</summary>
    public string OfStructure(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = Node(document.RootElement)!;
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            var nodes = Below(root).ToList();
            if (nodes.Count == 0)
                break;
            var other = nodes[_random.Next(nodes.Count)];
            Damage(nodes[_random.Next(nodes.Count)], _random.Next(6) == 0 ? new JsonObject { ["$ref"] = Pointer(other) } : other.DeepClone());
        }

        return root.ToJsonString();
    }

    private void Damage(JsonNode node, JsonNode other)
    {
        switch (node.Parent)
        {
            case JsonObject parent:
                var key = node.GetPropertyName();
                if (_random.Next(3) == 0)
                    parent.Remove(key);
                if (_random.Next(3) == 0)
                    key = _random.Next(2) == 0 ? Keys[_random.Next(Keys.Length)] : Texts[_random.Next(Texts.Length)];
                parent[key] = Value(other);
                break;
            case JsonArray parent when _random.Next(3) == 0:
                parent.Add(Value(other));
                break;
            case JsonArray parent:
                parent[node.GetElementIndex()] = Value(other);
                break;
        }
    }

    private static string Pointer(JsonNode node) => node.Parent switch
    {
        JsonObject parent => $"{Pointer(parent)}/{node.GetPropertyName().Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}",
        JsonArray parent => $"{Pointer(parent)}/{node.GetElementIndex()}",
        _ => "#",
    };

    private JsonNode? Value(JsonNode other) => _random.Next(10) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.Next(-1, 3)),
        2 => JsonValue.Create(_random.Next(2) == 0),
        3 => JsonValue.Create(Texts[_random.Next(Texts.Length)]),
        4 => new JsonArray(other),
        6 => new JsonObject { ["allOf"] = new JsonArray(other, other.DeepClone()) },
        7 => new JsonObject { ["oneOf"] = new JsonArray(other, new JsonObject { ["type"] = "null" }) },
        5 => new JsonObject { [Keys[_random.Next(Keys.Length)]] = other },
        _ => other,
    };

    // The library's own conversion refuses a key that stands twice, as one does in a case.
    private static JsonNode? Node(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var property in element.EnumerateObject())
                    members[property.Name] = Node(property.Value);
                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Node)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject o => o.Select(static p => p.Value),
            JsonArray a => a,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(static child => Below(child).Prepend(child));
    }
}
