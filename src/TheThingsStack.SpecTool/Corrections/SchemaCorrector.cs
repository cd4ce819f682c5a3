using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Descriptions;
using TheThingsStack.SpecTool.Reading;
using TheThingsStack.SpecTool.Rules;

namespace TheThingsStack.SpecTool.Corrections;

/// <summary>Makes the schemas of messages and enums: upstream's names, with the types that are on the wire.</summary>
/// <param name="nullable">Fields that may be null, as <c>Message.field</c>.</param>
internal sealed class SchemaCorrector(RulesDocument rules, UpstreamTypes types, IReadOnlySet<string> nullable, DescriptionSource descriptions)
{
    public JsonObject Message(UpstreamDefinition message)
    {
        if (rules.IsWrapper(message.Name) && message.Properties.ToList() is [var (field, schema)])
            return FieldType(message.Name, field, schema).With("description", descriptions.Message(message.Name));
        var properties = new JsonObject();
        foreach (var (name, property) in message.Properties)
            properties[name] = Property(message.Name, name, property);
        return new JsonObject { ["type"] = "object" }
            .With("description", descriptions.Message(message.Name))
            .With("properties", properties);
    }

    public JsonObject Enum(UpstreamDefinition definition)
    {
        var numbers = rules.Enum(definition.Name).Object("values");
        var onWire = rules.Enum(definition.Name).Text("wire") == "number" && definition.EnumNames.All(n => numbers![n] is not null)
            ? Numbers(definition, numbers!)
            : new JsonObject { ["type"] = "string", ["enum"] = definition.EnumNames.ToJsonArray() };
        return onWire
            .With("description", descriptions.Enum(definition.Name))
            .With("x-enum-descriptions", descriptions.EnumValues(definition.Name, definition.EnumNames));
    }

    /// <summary>A list, a map or one value, of the element that a type word or upstream's own type gives.</summary>
    public static JsonObject Shape(JsonObject upstreamSchema, Func<JsonObject, JsonObject> element)
    {
        // Upstream gives two lists the type of a text and still says what their items are.
        if (upstreamSchema.Object("items") is { } items)
            return new JsonObject { ["type"] = "array", ["items"] = element(items) };
        if (upstreamSchema.Object("additionalProperties") is { } values)
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = element(values) };
        return element(upstreamSchema);
    }

    private JsonObject Property(string message, string field, JsonObject schema)
    {
        var property = FieldType(message, field, schema);
        if (nullable.Contains($"{message}.{field}") && property.Text("type") is { } type)
            property["type"] = new JsonArray(type, "null");
        return property
            .With("deprecated", rules.IsDeprecated(message, field) ? true : null)
            .With("description", descriptions.Property(message, field));
    }

    private JsonObject FieldType(string message, string field, JsonObject schema) =>
        Shape(schema, element => rules.FieldWord(message, field) is { } word ? TypeWords.Schema(word) : types.Schema(field, element));

    private static JsonObject Numbers(UpstreamDefinition definition, JsonObject numbers) => new()
    {
        ["type"] = "integer",
        ["enum"] = new JsonArray([.. definition.EnumNames.Select(n => numbers[n]!.DeepClone())]),
        ["x-enum-varnames"] = definition.EnumNames.ToJsonArray(),
    };
}
