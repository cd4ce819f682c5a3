using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>An API key that the emulator has issued.</summary>
/// <param name="Token">The credential itself.</param>
/// <param name="Owner">The entity that it belongs to and is limited to.</param>
/// <param name="Fields">What is known of it besides the secret: <c>id, name, rights, created_at, updated_at, expires_at</c>.</param>
internal sealed record ApiKey(ApiToken Token, EntityId Owner, JsonObject Fields)
{
    public string Id => Token.Id;

    /// <summary>The rights as they were given.</summary>
    public IReadOnlyList<string> Rights => [.. (Fields["rights"] as JsonArray ?? []).Select(r => r!.ToString())];

    public static ApiKey Create(IdSource ids, EntityId owner, string name, IEnumerable<string> rights, string now, string expiresAt = "")
    {
        var token = ApiToken.NewApiKey(ids);
        var fields = new JsonObject { ["id"] = token.Id, ["name"] = name, ["rights"] = Json.Strings(rights), ["created_at"] = now, ["updated_at"] = now };
        if (name.Length == 0)
            fields.Remove("name");
        if (expiresAt.Length > 0)
            fields["expires_at"] = expiresAt;
        return new ApiKey(token, owner, fields);
    }

    public bool IsExpired(string now) =>
        Fields.Text("expires_at") is { Length: > 0 } end && string.CompareOrdinal(ProtoTime.SortKey(end), ProtoTime.SortKey(now)) <= 0;
}

/// <summary>The API keys of a tenant.</summary>
internal sealed class ApiKeyStore
{
    private readonly SortedDictionary<string, ApiKey> _keys = new(StringComparer.Ordinal);

    public void Put(ApiKey key) => _keys[key.Id] = key;

    public void Remove(string id) => _keys.Remove(id);

    public ApiKey? Find(string id) => _keys.GetValueOrDefault(id);

    /// <summary>A key of one entity; null when there is none, or another entity has it.</summary>
    public ApiKey? Find(EntityId owner, string id) => Find(id) is { } key && key.Owner == owner ? key : null;

    public IEnumerable<ApiKey> Of(EntityId owner) => _keys.Values.Where(k => k.Owner == owner);

    public void RemoveAll(EntityId owner)
    {
        foreach (var key in Of(owner).ToArray())
            Remove(key.Id);
    }
}
