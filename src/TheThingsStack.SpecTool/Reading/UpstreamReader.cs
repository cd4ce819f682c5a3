using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Reading;

/// <summary>Reads upstream's Swagger 2.0 document.</summary>
internal static class UpstreamReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private static readonly string[] WellKnown = ["googlerpcStatus", "protobufAny", "protobufNullValue"];

    public static Upstream Read(string path)
    {
        var root = JsonFile.Read(path);
        if (root.Text("swagger") != "2.0")
            throw new InputException($"{path}: not a Swagger 2.0 document (its member \"swagger\" is not \"2.0\").");
        var paths = root.Object("paths") ?? throw new InputException($"{path}: the document has no paths.");
        var definitions = root.Object("definitions") ?? throw new InputException($"{path}: the document has no definitions.");
        var operations = ReadOperations(paths, path);
        return new Upstream(ReadServices(root, operations), operations, ReadDefinitions(definitions, operations, path));
    }

    private static List<UpstreamOperation> ReadOperations(JsonObject paths, string file)
    {
        var operations = new List<UpstreamOperation>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (route, item) in paths)
        {
            foreach (var (method, node) in (item as JsonObject).Entries().Where(e => Methods.Contains(e.Key)))
            {
                var operation = ReadOperation(node as JsonObject ?? [], method, route, $"{file}: {method.ToUpperInvariant()} {route}");
                if (!ids.Add(operation.Id))
                    throw new InputException($"{file}: the operationId {operation.Id} occurs more than once.");
                operations.Add(operation);
            }
        }
        return operations;
    }

    private static UpstreamOperation ReadOperation(JsonObject node, string method, string route, string place)
    {
        var id = node.Text("operationId") ?? throw new InputException($"{place}: no operationId.");
        var service = node.Array("tags").Texts().FirstOrDefault() ?? throw new InputException($"{place}: no tag that names the service.");
        var parameters = (node.Array("parameters") ?? []).OfType<JsonObject>().ToList();
        var response = node.Object("responses").Object("200").Object("schema");
        var result = response.Object("properties").Object("result");
        return new UpstreamOperation(
            id, service, method, route,
            [.. parameters.Where(p => p.Text("in") != "body").Select(p => ReadParameter(p, place))],
            parameters.Find(p => p.Text("in") == "body").Object("schema"),
            (result ?? response).Text("$ref") is { } reference ? CleanNames.OfReference(reference) : null,
            result is not null);
    }

    private static UpstreamParameter ReadParameter(JsonObject node, string place) => new(
        node.Text("name") ?? throw new InputException($"{place}: a parameter without a name."),
        node.Text("in") is "path" or "query" ? node.Text("in")! : throw new InputException($"{place}: the parameter {node.Text("name")} is neither in the path nor in the query."),
        node.Flag("required"),
        node);

    /// <summary>The services that have operations, in the order of the document's tags.</summary>
    private static List<string> ReadServices(JsonObject root, List<UpstreamOperation> operations)
    {
        var used = operations.Select(o => o.Service).Distinct(StringComparer.Ordinal).ToList();
        var listed = (root.Array("tags") ?? []).Select(t => t.Text("name")).OfType<string>().Where(used.Contains).ToList();
        return [.. listed, .. used.Except(listed, StringComparer.Ordinal)];
    }

    private static List<UpstreamDefinition> ReadDefinitions(JsonObject nodes, List<UpstreamOperation> operations, string file)
    {
        var bodies = operations.Select(o => o.Body.Text("$ref")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var definitions = new List<UpstreamDefinition>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (upstreamName, node) in nodes)
        {
            var schema = node as JsonObject ?? throw new InputException($"{file}: the definition {upstreamName} is not an object.");
            var name = CleanNames.OfDefinition(upstreamName);
            if (!names.TryAdd(name, upstreamName))
                throw new InputException($"{file}: the definitions {names[name]} and {upstreamName} would both be called {name}.");
            definitions.Add(new UpstreamDefinition(upstreamName, name, KindOf(upstreamName, schema, bodies), schema));
        }
        return definitions;
    }

    private static DefinitionKind KindOf(string upstreamName, JsonObject schema, HashSet<string> bodies) =>
        WellKnown.Contains(upstreamName) ? DefinitionKind.WellKnown
        : schema.ContainsKey("enum") ? DefinitionKind.Enum
        : upstreamName.EndsWith("Body", StringComparison.Ordinal) && bodies.Contains("#/definitions/" + upstreamName) ? DefinitionKind.Body
        : DefinitionKind.Message;
}
