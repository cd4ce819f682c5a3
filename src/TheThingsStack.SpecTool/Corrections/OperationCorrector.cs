using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Descriptions;
using TheThingsStack.SpecTool.Reading;
using TheThingsStack.SpecTool.Rules;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>Makes the operations: upstream's routes, with real messages for bodies and with the types that parameters really have.</summary>
internal sealed class OperationCorrector(Upstream upstream, RulesDocument rules, UpstreamTypes types, DescriptionSource descriptions)
{
    public JsonObject Operation(UpstreamOperation operation)
    {
        var rule = rules.Rpc(operation);
        var node = new JsonObject { ["tags"] = new JsonArray(operation.Service), ["operationId"] = operation.Id }
            .With("summary", descriptions.Summary(operation))
            .With("description", descriptions.Description(operation))
            .With("deprecated", rule.Flag("deprecated") ? true : null);
        if (operation.Parameters.Count > 0)
            node["parameters"] = new JsonArray([.. operation.Parameters.Select(p => Parameter(operation, p, rule))]);
        if (operation.Body is not null)
            node["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", Body(operation, rule)) };
        node["responses"] = Responses(operation);
        return node;
    }

    private JsonObject Parameter(UpstreamOperation operation, UpstreamParameter parameter, JsonObject? rule)
    {
        var name = CleanNames.OfParameter(parameter.Name);
        var node = new JsonObject { ["name"] = name, ["in"] = parameter.In }
            .With("required", parameter.Required ? true : null)
            .With("description", descriptions.Parameter(operation, name))
            .With("deprecated", rule.Array("deprecatedFields").Texts().Contains(name.Split('.')[0]) ? true : null);
        var field = name.Split('.')[^1];
        var word = rule.Object("parameters").Text(name) ?? Guess(field, parameter.Schema);
        if (name != parameter.Name)
            return Map(node, word);
        if (TypeWords.IsMask(word ?? ""))
            return List(node, TypeWords.Schema("string"), repeatKey: false);
        if (parameter.Schema.Object("items") is { } items)
            return List(node, ElementSchema(field, word, items), repeatKey: true);
        return node.With("schema", ElementSchema(field, word, parameter.Schema));
    }

    /// <summary>The word of a parameter that the rules do not know; null where upstream's own type does.</summary>
    private string? Guess(string field, JsonObject schema) =>
        schema.ContainsKey("enum") || schema.ContainsKey("items") ? null : types.Word(field, schema);

    private JsonObject ElementSchema(string field, string? word, JsonObject schema) =>
        word is null ? types.Schema(field, schema) : TypeWords.ParameterSchema(word);

    private static JsonObject List(JsonObject node, JsonObject items, bool repeatKey)
    {
        (node["style"], node["explode"]) = ("form", repeatKey);
        return node.With("schema", new JsonObject { ["type"] = "array", ["items"] = items });
    }

    private static JsonObject Map(JsonObject node, string? word)
    {
        (node["style"], node["explode"]) = ("deepObject", true);
        return node.With("schema", new JsonObject { ["type"] = "object", ["additionalProperties"] = TypeWords.Schema(word ?? "string") });
    }

    private JsonObject Body(UpstreamOperation operation, JsonObject? rule)
    {
        if ((rule.Text("body") ?? upstream.BodyMessage(operation)) is { } message)
            return TypeWords.Reference(message);
        var properties = new JsonObject();
        foreach (var (field, schema) in upstream.BodyProperties(operation))
        {
            var word = rule.Object("body").Text(field);
            properties[field] = SchemaCorrector.Shape(schema, element => word is null ? types.Schema(field, element) : TypeWords.Schema(word))
                .With("deprecated", rule.Array("deprecatedFields").Texts().Contains(field) ? true : null)
                .With("description", descriptions.Parameter(operation, field));
        }
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static JsonObject Responses(UpstreamOperation operation)
    {
        var message = operation.Response is { } name ? TypeWords.Reference(name) : new JsonObject { ["type"] = "object" };
        var success = operation.Streams
            ? new JsonObject { ["description"] = "A stream: one JSON object a line.", ["content"] = Content("application/jsonl", StreamLine(message)) }
            : new JsonObject { ["description"] = "Success.", ["content"] = Content("application/json", message) };
        return new JsonObject
        {
            ["200"] = success,
            ["default"] = new JsonObject { ["$ref"] = "#/components/responses/Error" },
        };
    }

    private static JsonObject StreamLine(JsonObject message) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["result"] = message, ["error"] = TypeWords.Reference("Status") },
    };

    private static JsonObject Content(string type, JsonObject schema) => new() { [type] = new JsonObject { ["schema"] = schema } };
}
