using System.Text.Json.Nodes;
using TheThingsStack.SpecTool.Reading;

namespace TheThingsStack.SpecTool.Rules;

/// <summary>The rules file: what the server does and no OpenAPI document says. Looked up by clean names.</summary>
internal sealed class RulesDocument(JsonObject root)
{
    private readonly Dictionary<string, string> _rpcOfOperation = root.Object("rpcs").Entries()
        .SelectMany(r => r.Value.Array("operations").Texts().Select(o => (Operation: o, Rpc: r.Key)))
        .DistinctBy(x => x.Operation, StringComparer.Ordinal)
        .ToDictionary(x => x.Operation, x => x.Rpc, StringComparer.Ordinal);

    public JsonObject Root { get; } = root;

    public IEnumerable<KeyValuePair<string, JsonObject>> Rpcs => Root.Object("rpcs").Objects();

    public JsonObject? Message(string message) => Root.Object("messages").Object(message);

    public JsonObject? Enum(string name) => Root.Object("enums").Object(name);

    /// <summary>The rule of the RPC that an operation is a binding of; null where the rules do not know it.</summary>
    public JsonObject? Rpc(UpstreamOperation operation) =>
        Root.Object("rpcs").Object(_rpcOfOperation.GetValueOrDefault(operation.Id, operation.Rpc));

    public bool KnowsOperation(string operationId) => _rpcOfOperation.ContainsKey(operationId);

    public bool IsWrapper(string message) => Message(message).Flag("wrapper");

    public bool IsDeprecated(string message, string field) => Message(message).Array("deprecated").Texts().Contains(field);

    /// <summary>The type word of a message's field; null where upstream's own type is exact.</summary>
    public string? FieldWord(string message, string field) => Message(message).Object("fields").Text(field);

    /// <summary>Whether any server answers routes that begin with this segment.</summary>
    public bool KnowsRoute(string path)
    {
        var segment = Servers.Segment(path);
        return Root.Object("servers").Entries().Any(s => (s.Value as JsonArray).Texts().Contains(segment));
    }
}
