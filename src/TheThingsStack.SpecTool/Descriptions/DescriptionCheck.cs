using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Descriptions;

/// <summary>Everything in the document that should have a description, and whether it has.</summary>
internal sealed record DescriptionCheck(string Kind, string Name, bool Described)
{
    public static IEnumerable<DescriptionCheck> Of(JsonObject openApi) =>
        Services(openApi).Concat(Operations(openApi)).Concat(Parameters(openApi)).Concat(Schemas(openApi));

    private static IEnumerable<DescriptionCheck> Services(JsonObject openApi) =>
        (openApi.Array("tags") ?? []).Select(t => new DescriptionCheck("services", t.Text("name")!, Has(t)));

    private static IEnumerable<DescriptionCheck> Operations(JsonObject openApi) =>
        AllOperations(openApi).Select(o => new DescriptionCheck("operations", o.Text("operationId")!, !string.IsNullOrWhiteSpace(o.Text("summary"))));

    private static IEnumerable<DescriptionCheck> Parameters(JsonObject openApi) =>
        from operation in AllOperations(openApi)
        from parameter in (operation.Array("parameters") ?? []).Select(p => (Name: p.Text("name")!, Node: p)).Concat(BodyProperties(operation))
        select new DescriptionCheck("parameters", $"{operation.Text("operationId")}: {parameter.Name}", Has(parameter.Node));

    private static IEnumerable<DescriptionCheck> Schemas(JsonObject openApi)
    {
        var schemas = openApi.Object("components").Object("schemas").Entries().ToList();
        foreach (var (name, schema) in schemas)
            yield return new DescriptionCheck(schema.Array("enum") is null ? "messages" : "enums", name, Has(schema));
        foreach (var (name, schema) in schemas)
        {
            foreach (var (field, property) in schema.Object("properties").Entries())
                yield return new DescriptionCheck("properties", $"{name}.{field}", Has(property));
            foreach (var value in (schema.Array("x-enum-varnames") ?? schema.Array("enum")).Texts())
                yield return new DescriptionCheck("enum values", $"{name}.{value}", !string.IsNullOrWhiteSpace(schema.Object("x-enum-descriptions").Text(value)));
        }
    }

    private static IEnumerable<JsonObject> AllOperations(JsonObject openApi) =>
        openApi.Object("paths").Objects().SelectMany(p => p.Value.Objects()).Select(o => o.Value);

    private static IEnumerable<(string Name, JsonNode? Node)> BodyProperties(JsonObject operation) =>
        operation.Object("requestBody").Object("content").Object("application/json").Object("schema").Object("properties").Entries().Select(p => (p.Key, p.Value));

    private static bool Has(JsonNode? node) => !string.IsNullOrWhiteSpace(node.Text("description"));
}
