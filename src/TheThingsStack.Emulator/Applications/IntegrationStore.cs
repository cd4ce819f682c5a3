using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>Integrations of a tenant by their kind, what they belong to, and their own key.</summary>
internal sealed class IntegrationStore
{
    /// <summary>What the store of the Application Server says of anything that it does not have.</summary>
    public static readonly ApiError NotFound = new(RpcCode.NotFound, "pkg/redis", "not_found", "there is no such entity");

    private readonly Dictionary<(string Kind, string Scope), SortedDictionary<string, JsonObject>> _rows = [];

    public JsonObject? Find(string kind, string scope, string key) => _rows.TryGetValue((kind, scope), out var rows) ? rows.GetValueOrDefault(key) : null;

    public IReadOnlyCollection<JsonObject> In(string kind, string scope) => _rows.TryGetValue((kind, scope), out var rows) ? rows.Values : [];

    public void Put(string kind, string scope, string key, JsonObject integration)
    {
        if (!_rows.TryGetValue((kind, scope), out var rows))
            _rows[(kind, scope)] = rows = new(StringComparer.Ordinal);
        rows[key] = integration;
    }

    public bool Remove(string kind, string scope, string key) => _rows.TryGetValue((kind, scope), out var rows) && rows.Remove(key);

    /// <summary>Removes what belongs to an application or to one of its devices.</summary>
    public void RemoveAll(string applicationId)
    {
        foreach (var place in _rows.Keys.Where(k => k.Scope.StartsWith(applicationId + ".", StringComparison.Ordinal)).ToArray())
            _rows.Remove(place);
    }
}
