using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Wire;

/// <summary>Small helpers over the JSON trees in which everything is stored.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToText(JsonNode node) => node.ToJsonString(Compact);

    /// <summary>The node below <paramref name="root"/> at a path of dotted names, or null.</summary>
    public static JsonNode? At(this JsonObject? root, string path)
    {
        JsonNode? node = root;
        foreach (var segment in path.Split('.'))
            node = (node as JsonObject)?[segment];
        return node;
    }

    /// <summary>The text at a path of dotted names, or "" as a message without that field would have it.</summary>
    public static string Text(this JsonObject? root, string path) => root.At(path)?.ToString() ?? "";

    public static JsonObject? Object(this JsonObject? root, string path) => root.At(path) as JsonObject;

    public static bool Flag(this JsonObject? root, string path) => root.At(path) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>The items of a list of texts at a path; none when there is no list.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject? root, string path) => [.. (root.At(path) as JsonArray ?? []).Select(t => t!.ToString())];

    public static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    public static JsonObject Copy(this JsonObject node) => node.DeepClone().AsObject();
}
