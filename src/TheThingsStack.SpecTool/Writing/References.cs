using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Writing;

/// <summary>Makes sure that every reference of a document leads to one of its schemas.</summary>
internal static class References
{
    private const string Schemas = "#/components/schemas/";

    public static void Check(JsonObject openApi)
    {
        var schemas = openApi.Object("components").Object("schemas")!;
        var missing = In(openApi)
            .Where(r => r.StartsWith(Schemas, StringComparison.Ordinal) && !schemas.ContainsKey(r[Schemas.Length..]))
            .Select(r => r[Schemas.Length..])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (missing.Count > 0)
            throw new InputException($"The document would refer to what upstream does not define: {string.Join(", ", missing)}.");
    }

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key == "$ref" && m.Value.AsText() is { } reference ? [reference] : In(m.Value)),
        JsonArray items => items.SelectMany(In),
        _ => [],
    };
}
