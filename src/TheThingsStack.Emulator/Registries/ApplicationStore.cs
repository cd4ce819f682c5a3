using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>The applications of a tenant, with their owners. A deleted one keeps its identifier until it is purged.</summary>
internal sealed class ApplicationStore
{
    private static readonly ApiError NotFound = new(RpcCode.NotFound, "pkg/identityserver/store", "application_not_found", "application `{application_id}` not found");

    private readonly SortedDictionary<string, (JsonObject Entity, JsonObject Owner)> _rows = new(StringComparer.Ordinal);

    public bool IsTaken(string applicationId) => _rows.ContainsKey(applicationId);

    public void Add(JsonObject application, JsonObject owner) => _rows[application.Text("ids.application_id")] = (application, owner);

    public void Replace(JsonObject application)
    {
        var id = application.Text("ids.application_id");
        _rows[id] = (application, _rows[id].Owner);
    }

    public void Remove(string applicationId) => _rows.Remove(applicationId);

    /// <summary>An application that is not deleted; else the error that there is none.</summary>
    public JsonObject Get(string applicationId) => GetAny(applicationId) is var found && !IsDeleted(found) ? found : throw Missing(applicationId);

    /// <summary>An application, deleted or not; else the error that there is none.</summary>
    public JsonObject GetAny(string applicationId) => _rows.TryGetValue(applicationId, out var row) ? row.Entity : throw Missing(applicationId);

    /// <param name="deleted">Whether to return the deleted ones, instead of the others.</param>
    /// <param name="owner">The owner to look for; null for all.</param>
    public IEnumerable<JsonObject> All(bool deleted, JsonObject? owner) =>
        from row in _rows.Values
        where IsDeleted(row.Entity) == deleted && (owner is null || JsonNode.DeepEquals(row.Owner, owner))
        select row.Entity;

    public static bool IsDeleted(JsonObject application) => application["deleted_at"] is not null;

    public static ApiException Missing(string applicationId) => NotFound.With("application_id", applicationId).Raise();
}
