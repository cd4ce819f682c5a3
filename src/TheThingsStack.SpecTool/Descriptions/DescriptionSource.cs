using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Descriptions;

/// <summary>
/// The descriptions that people have written into the existing document, by what they describe.
/// A new binding of a known RPC takes that RPC's; a new parameter takes what all parameters of its name share.
/// </summary>
internal sealed class DescriptionSource
{
    private readonly JsonObject _document;
    private readonly Dictionary<string, JsonObject> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _byName = new(StringComparer.Ordinal);

    public DescriptionSource(JsonObject document)
    {
        _document = document;
        foreach (var tag in (document.Array("tags") ?? []).Where(t => t.Text("description") is not null))
            _services[tag.Text("name") ?? ""] = tag.Text("description")!;
        foreach (var operation in document.Object("paths").Objects().SelectMany(p => p.Value.Objects()).Select(o => o.Value))
            AddOperation(operation);
    }

    public string? OfDocument => _document.Object("info").Text("description");

    public string? Service(string service) => _services.GetValueOrDefault(service);

    public string? Summary(UpstreamOperation operation) => Find(operation).Text("summary");

    public string? Description(UpstreamOperation operation) => Find(operation).Text("description");

    /// <summary>Of a parameter, or of a property of a body that has no message of its own.</summary>
    public string? Parameter(UpstreamOperation operation, string name) =>
        _parameters.GetValueOrDefault($"{operation.Id}:{name}") ?? _parameters.GetValueOrDefault($"{operation.Rpc}:{name}") ?? _byName.GetValueOrDefault(name);

    public string? Message(string message) => Schema(message).Text("description");

    public string? Property(string message, string field) => Schema(message).Object("properties").Object(field).Text("description");

    public string? Enum(string name) => Schema(name).Text("description");

    public JsonObject? EnumValues(string name, IEnumerable<string> values)
    {
        var known = Schema(name).Object("x-enum-descriptions");
        var kept = new JsonObject();
        foreach (var value in values)
            kept.With(value, known.Text(value));
        return kept.NullIfEmpty();
    }

    private JsonObject? Schema(string name) => _document.Object("components").Object("schemas").Object(name);

    private JsonObject? Find(UpstreamOperation operation) =>
        _operations.GetValueOrDefault(operation.Id) ?? _operations.GetValueOrDefault(operation.Rpc);

    private void AddOperation(JsonObject operation)
    {
        var id = operation.Text("operationId") ?? "";
        var rpc = CleanNames.RpcOfOperation(id);
        _operations[id] = operation;
        _operations.TryAdd(rpc, operation);
        foreach (var parameter in (operation.Array("parameters") ?? []).OfType<JsonObject>())
            AddParameter(id, rpc, parameter.Text("name") ?? "", parameter.Text("description"));
        var body = operation.Object("requestBody").Object("content").Object("application/json").Object("schema");
        foreach (var (name, property) in body.Object("properties").Entries())
            AddParameter(id, rpc, name, property.Text("description"));
    }

    private void AddParameter(string id, string rpc, string name, string? text)
    {
        _byName[name] = _byName.TryGetValue(name, out var known) && known != text ? null : text;
        if (text is null)
            return;
        _parameters.TryAdd($"{id}:{name}", text);
        _parameters.TryAdd($"{rpc}:{name}", text);
    }
}
