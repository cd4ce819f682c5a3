using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Corrections;
using TheThingsStack.SpecTool.Descriptions;
using TheThingsStack.SpecTool.Reading;
using TheThingsStack.SpecTool.Rules;

namespace TheThingsStack.SpecTool.Writing;

/// <summary>Puts the OpenAPI 3.1 document together.</summary>
internal sealed class OpenApiDocument(Upstream upstream, RulesDocument rules, IReadOnlySet<string> nullable, DescriptionSource descriptions)
{
    private readonly UpstreamTypes _types = new(upstream, new KnownWords(rules));

    public JsonObject Build(string version) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = "The Things Stack HTTP API", ["version"] = version }.With("description", descriptions.OfDocument),
        ["servers"] = new JsonArray(Server()),
        ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
        ["tags"] = new JsonArray([.. upstream.Services.Select(s => new JsonObject { ["name"] = s }.With("description", descriptions.Service(s)))]),
        ["paths"] = Paths(),
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            ["responses"] = new JsonObject { ["Error"] = Error() },
            ["schemas"] = Schemas(),
        },
    };

    private static JsonObject Server() => new()
    {
        ["url"] = "https://{address}/api/v3",
        ["variables"] = new JsonObject { ["address"] = new JsonObject { ["default"] = "thethings.example.com" } },
    };

    private static JsonObject Error() => new()
    {
        ["description"] = "Refused or failed.",
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = TypeWords.Reference("Status") } },
    };

    private JsonObject Paths()
    {
        var corrector = new OperationCorrector(upstream, rules, _types, descriptions);
        var paths = new JsonObject();
        foreach (var route in upstream.Operations.GroupBy(o => o.Path))
        {
            var item = new JsonObject();
            foreach (var operation in route)
                item[operation.Method] = corrector.Operation(operation);
            paths[route.Key] = item;
        }
        return paths;
    }

    private JsonObject Schemas()
    {
        var corrector = new SchemaCorrector(rules, _types, nullable, descriptions);
        var schemas = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal) { ["Any"] = Any(), ["Status"] = Status() };
        foreach (var (name, schema) in DomainTypes.Schemas())
            schemas.Add(name, DomainType(name, schema));
        foreach (var message in upstream.Messages)
            Add(schemas, message, corrector.Message(message));
        foreach (var definition in upstream.Enums)
            Add(schemas, definition, corrector.Enum(definition));
        return new JsonObject(schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));
    }

    private JsonObject DomainType(string name, JsonObject schema)
    {
        foreach (var (field, property) in schema.Object("properties").Entries())
            ((JsonObject)property!).With("description", descriptions.Property(name, field));
        return schema.With("description", descriptions.Message(name));
    }

    private static void Add(SortedDictionary<string, JsonObject> schemas, UpstreamDefinition definition, JsonObject schema)
    {
        if (!schemas.TryAdd(definition.Name, schema))
            throw new InputException($"Upstream defines {definition.UpstreamName}, but {definition.Name} is the name of a type of our own.");
    }

    private JsonObject Status()
    {
        var properties = new JsonObject
        {
            ["code"] = TypeWords.Schema("int32").With("description", descriptions.Property("Status", "code")),
            ["message"] = TypeWords.Schema("string").With("description", descriptions.Property("Status", "message")),
            ["details"] = new JsonObject { ["type"] = "array", ["items"] = TypeWords.Reference("Any") }.With("description", descriptions.Property("Status", "details")),
        };
        return new JsonObject { ["type"] = "object" }.With("description", descriptions.Message("Status")).With("properties", properties);
    }

    private JsonObject Any() => new JsonObject { ["type"] = "object" }
        .With("description", descriptions.Message("Any"))
        .With("properties", new JsonObject { ["@type"] = TypeWords.Schema("string").With("description", descriptions.Property("Any", "@type")) })
        .With("additionalProperties", true);
}
