using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>The API keys of one kind of entity. A secret is told once, when its key is created.</summary>
internal sealed class ApiKeyRegistry(EntityKind kind)
{
    private static readonly ApiError NotFound = new(RpcCode.NotFound, "pkg/identityserver/store", "api_key_not_found", "API key `{api_key_id}` not found");

    public void AddTo(Handlers handlers)
    {
        handlers.Add($"{kind.Access}/CreateAPIKey", Create);
        handlers.Add($"{kind.Access}/GetAPIKey", call => Get(call, call.Request.Text("key_id")).Fields.Copy());
        handlers.Add($"{kind.Access}/ListAPIKeys", call => Paging.Answer(call, "api_keys", call.Tenant.ApiKeys.Of(Entity(call)).Select(k => k.Fields), k => k.Copy(), k => k.Text("id")));
        handlers.Add($"{kind.Access}/UpdateAPIKey", Update);
        handlers.Add($"{kind.Access}/DeleteAPIKey", call => Delete(call, Get(call, call.Request.Text("key_id"))));
    }

    private EntityId Entity(Call call)
    {
        var id = new EntityId(kind, RequestEntity.IdOf(kind, call.Request)!);
        call.Tenant.Entities(kind).Get(id.Id);
        return id;
    }

    private ApiKey Get(Call call, string keyId)
    {
        var entity = Entity(call);
        return call.Tenant.ApiKeys.Find(entity, keyId) ?? throw NotFound.With("api_key_id", keyId).With("entity_type", kind.Name).With("entity_id", entity.Id).Raise();
    }

    /// <summary>Nobody gives rights that they lack.</summary>
    private JsonObject Create(Call call)
    {
        var entity = Entity(call);
        var rights = call.Request.Texts("rights");
        call.Require(entity, rights);
        var key = ApiKey.Create(call.Ids, entity, call.Request.Text("name"), rights, call.Now, call.Request.Text("expires_at"));
        call.Tenant.ApiKeys.Put(key);
        call.Publish($"{kind}.api-key.create", entity, EventData.Message("APIKey", key.Fields));
        var answer = key.Fields.Copy();
        answer["key"] = key.Token.ToString();
        return answer;
    }

    /// <summary>Without a mask the rights and the name are set; setting no rights deletes the key.</summary>
    private JsonObject Update(Call call)
    {
        var key = Get(call, call.Request.Text("api_key.id"));
        var paths = call.Paths.Count == 0 ? ["rights", "name"] : call.Paths;
        var rights = call.Request.Texts("api_key.rights");
        if (rights.Count == 0 && paths.Contains("rights"))
            return Delete(call, key);
        if (rights.Count > 0)
            call.Require(key.Owner, rights.Except(key.Rights).Concat(key.Rights.Except(rights)));
        var fields = key.Fields.Copy();
        foreach (var path in paths.Where(p => p is "rights" or "name" or "expires_at"))
        {
            fields.Remove(path);
            if (call.Request.At($"api_key.{path}") is { } value)
                fields[path] = value.DeepClone();
        }

        fields["updated_at"] = call.Now;
        call.Tenant.ApiKeys.Put(key with { Fields = fields });
        call.Publish($"{kind}.api-key.update", key.Owner, EventData.Message("APIKey", fields));
        return fields.Copy();
    }

    private JsonObject Delete(Call call, ApiKey key)
    {
        call.Tenant.ApiKeys.Remove(key.Id);
        call.Publish($"{kind}.api-key.delete", key.Owner);
        return [];
    }
}
