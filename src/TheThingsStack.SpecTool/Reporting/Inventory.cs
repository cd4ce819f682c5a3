using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Reporting;

/// <summary>
/// The parts of a spec, each as a kind and a name with what is to be compared. Descriptions are no part of it.
/// </summary>
internal static class Inventory
{
    private static readonly string[] Prose = ["summary", "description", "x-enum-descriptions"];

    public static Dictionary<(string Kind, string Name), string> Of(JsonObject openApi, JsonObject rules)
    {
        var parts = new Dictionary<(string, string), string>();
        foreach (var (path, item) in openApi.Object("paths").Objects())
        {
            foreach (var (method, operation) in item.Objects())
                AddOperation(parts, $"{method.ToUpperInvariant()} {path}", operation);
        }
        foreach (var (name, schema) in openApi.Object("components").Object("schemas").Objects())
            AddSchema(parts, name, schema);
        foreach (var (rpc, rule) in rules.Object("rpcs").Objects())
            AddMask(parts, rpc, rule.Object("mask"));
        return parts;
    }

    private static void AddOperation(Dictionary<(string, string), string> parts, string route, JsonObject operation)
    {
        var id = operation.Text("operationId") ?? route;
        var body = operation.Object("requestBody").Object("content").Object("application/json").Object("schema");
        var response = operation.Object("responses").Object("200").Object("content");
        parts[("operation", id)] = $"{route}, body {Bare(body is null || body.ContainsKey("$ref") ? body : "object")}, answer {Bare(response)}";
        foreach (var parameter in (operation.Array("parameters") ?? []).OfType<JsonObject>())
            parts[("parameter", $"{id}: {parameter.Text("name")}")] = Bare(parameter);
        foreach (var (name, property) in body.Object("properties").Entries())
            parts[("parameter", $"{id}: {name} (body)")] = Bare(property);
    }

    private static void AddSchema(Dictionary<(string, string), string> parts, string name, JsonObject schema)
    {
        if (schema.Array("enum") is { } values)
        {
            parts[("enum", name)] = schema.Text("type") ?? "none";
            foreach (var (value, onWire) in (schema.Array("x-enum-varnames") ?? values).Texts().Zip(values))
                parts[("enum value", $"{name}.{value}")] = Bare(onWire);
            return;
        }
        parts[("message", name)] = schema.ContainsKey("properties") ? "object" : Bare(schema);
        foreach (var (field, property) in schema.Object("properties").Entries())
            parts[("property", $"{name}.{field}")] = Bare(property);
    }

    private static void AddMask(Dictionary<(string, string), string> parts, string rpc, JsonObject? mask)
    {
        if (mask is null)
            return;
        var all = mask.Text("paths");
        parts[("mask", rpc)] = $"{(mask.Flag("writes") ? "writes" : "reads")} {mask.Text("message")}, {(all is null ? "listed paths" : "every path")}";
        foreach (var path in mask.Array("paths").Texts())
            parts[("mask path", $"{rpc}: {path}")] = "";
    }

    /// <summary>A schema as text, without what people have written into it.</summary>
    private static string Bare(JsonNode? node)
    {
        if (node is not JsonObject schema)
            return node?.ToJsonString() ?? "none";
        var bare = (JsonObject)schema.DeepClone();
        Array.ForEach(Prose, p => bare.Remove(p));
        return bare.ToJsonString();
    }
}
