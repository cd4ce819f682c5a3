using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Reading;

/// <summary>Reading of JSON trees where anything may be absent or of another kind.</summary>
internal static class JsonAccess
{
    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    public static JsonArray? Array(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray;

    public static string? Text(this JsonNode? node, string name) => (node as JsonObject)?[name].AsText();

    public static bool Flag(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The properties of an object, none where it is absent.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Entries(this JsonObject? node) => node ?? [];

    /// <summary>Those properties of an object that are objects themselves.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Objects(this JsonNode? node) =>
        (node as JsonObject).Entries().Where(e => e.Value is JsonObject).Select(e => KeyValuePair.Create(e.Key, (JsonObject)e.Value!));

    public static IEnumerable<string> Texts(this JsonArray? node) => (node ?? []).Select(AsText).OfType<string>();

    public static JsonArray ToJsonArray(this IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);

    public static JsonObject? NullIfEmpty(this JsonObject node) => node.Count == 0 ? null : node;

    /// <summary>Sets a property unless its value is null.</summary>
    public static JsonObject With(this JsonObject node, string name, JsonNode? value)
    {
        if (value is not null)
            node[name] = value;
        return node;
    }
}
