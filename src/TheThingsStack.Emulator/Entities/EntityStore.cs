using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Entities;

/// <summary>The entities of one kind in a tenant. A deleted one keeps its identifier until it is purged.</summary>
internal sealed class EntityStore(EntityKind kind)
{
    private readonly ApiError _notFound = new(RpcCode.NotFound, "pkg/identityserver/store", $"{kind}_not_found", $"{kind} `{{{kind.IdField}}}` not found");
    private readonly SortedDictionary<string, JsonObject> _rows = new(StringComparer.Ordinal);

    public bool IsTaken(string id) => _rows.ContainsKey(id);

    public void Put(JsonObject entity) => _rows[entity.Text($"ids.{kind.IdField}")] = entity;

    public void Remove(string id) => _rows.Remove(id);

    /// <summary>An entity that is not deleted, or null.</summary>
    public JsonObject? Find(string id) => _rows.TryGetValue(id, out var found) && !IsDeleted(found) ? found : null;

    /// <summary>An entity that is not deleted; else the error that there is none.</summary>
    public JsonObject Get(string id) => Find(id) ?? throw Missing(id);

    /// <summary>An entity, deleted or not; else the error that there is none.</summary>
    public JsonObject GetAny(string id) => _rows.TryGetValue(id, out var found) ? found : throw Missing(id);

    /// <param name="deleted">Whether to return the deleted ones, instead of the others.</param>
    public IEnumerable<JsonObject> All(bool deleted = false) => _rows.Values.Where(e => IsDeleted(e) == deleted);

    public ApiException Missing(string id) => _notFound.With(kind.IdField, id).Raise();

    private static bool IsDeleted(JsonObject entity) => entity["deleted_at"] is not null;
}
