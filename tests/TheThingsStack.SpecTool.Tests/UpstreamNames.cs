using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>Which of upstream's definitions is what, and its name in our spec.</summary>
internal static class UpstreamNames
{
    private static readonly string[] Google = ["googlerpcStatus", "protobufAny", "protobufNullValue"];

    public static string Clean(string definition) =>
        definition switch { "googlerpcStatus" => "Status", "protobufAny" => "Any", _ => Regex.Replace(definition, "^[a-z]*v3(?=[A-Z])", "") };

    public static IEnumerable<(string Name, JsonObject Schema)> Messages(this JsonObject upstream) =>
        upstream.Definitions().Where(d => !d.Schema.ContainsKey("enum") && !d.Name.EndsWith("Body", StringComparison.Ordinal));

    public static IEnumerable<(string Name, JsonObject Schema)> Enums(this JsonObject upstream) =>
        upstream.Definitions().Where(d => d.Schema.ContainsKey("enum"));

    public static JsonObject BodyDefinition(this JsonObject upstream, JsonObject bodySchema) =>
        bodySchema.Reference() is { } name ? upstream["definitions"]![name]!.AsObject() : bodySchema;

    private static IEnumerable<(string Name, JsonObject Schema)> Definitions(this JsonObject upstream) =>
        upstream["definitions"]!.AsObject().Where(d => !Google.Contains(d.Key)).Select(d => (Clean(d.Key), d.Value!.AsObject()));
}
