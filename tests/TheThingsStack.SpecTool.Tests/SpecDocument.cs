using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>Reading of OpenAPI and Swagger trees, apart from the tool's own code on purpose.</summary>
internal static class SpecDocument
{
    public static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(this JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select (path.Key, method.Key, method.Value!.AsObject());

    public static string Id(this JsonObject operation) => (string)operation["operationId"]!;

    public static JsonObject Schemas(this JsonObject openApi) => openApi["components"]!["schemas"]!.AsObject();

    public static JsonArray Parameters(this JsonObject operation) => operation["parameters"]?.AsArray() ?? [];

    public static JsonObject? BodySchema(this JsonObject operation) => operation["requestBody"]?["content"]!["application/json"]!["schema"]!.AsObject();

    public static JsonObject Properties(this JsonNode? schema) => schema?["properties"]?.AsObject() ?? [];

    /// <summary>The last part of a reference, or null.</summary>
    public static string? Reference(this JsonNode? schema) => ((string?)schema?["$ref"])?.Split('/')[^1];

    public static string[] Strings(this JsonNode? array) => [.. (array?.AsArray() ?? []).Select(x => (string)x!)];

    public static IEnumerable<string> Keys(this JsonObject node) => node.Select(p => p.Key);
}
