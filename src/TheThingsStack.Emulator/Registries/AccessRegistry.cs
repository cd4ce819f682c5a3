using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>What a caller can learn about itself and about other accounts.</summary>
internal static class AccessRegistry
{
    public static void AddTo(Handlers handlers)
    {
        handlers.Add("EntityAccess/AuthInfo", AuthInfo);
        handlers.Add("EntityRegistrySearch/SearchAccounts", SearchAccounts);
        foreach (var kind in EntityKind.All)
            handlers.Add($"{kind.Access}/ListRights", call => ListRights(call, kind));
    }

    /// <summary>What the caller may do with an entity; of an account also what it may do in its name.</summary>
    private static JsonObject ListRights(Call call, EntityKind kind)
    {
        var held = call.Caller.RightsOn(new EntityId(kind, RequestEntity.IdOf(kind, call.Request)!));
        var rights = Json.Strings((kind.IsAccount ? held : Rights.On(kind, held)).Order(StringComparer.Ordinal));
        return rights.Count == 0 ? [] : new JsonObject { ["rights"] = rights };
    }

    private static JsonObject AuthInfo(Call call)
    {
        if (call.Caller.Key is not { } key)
            return [];
        var fields = key.Fields.Copy();
        fields["rights"] = Json.Strings(call.Caller.Rights.Order(StringComparer.Ordinal));
        var info = new JsonObject { ["api_key"] = new JsonObject { ["api_key"] = fields, ["entity_ids"] = key.Owner.ToIdentifiers() } };
        if (call.Caller.IsAdmin)
        {
            info["universal_rights"] = new JsonObject { ["rights"] = Json.Strings(call.Caller.UniversalRights.Order(StringComparer.Ordinal)) };
            info["is_admin"] = true;
        }

        return info;
    }

    /// <summary>Users and organizations by a part of their identifier, of which a request can leave out one of the two, or those who are collaborators already.</summary>
    private static JsonObject SearchAccounts(Call call)
    {
        var kinds = call.Request.Flag("only_users") ? [EntityKind.User] : EntityKind.All.Where(k => k.IsAccount);
        var members = RequestEntity.Find(call.Request) is { } entity ? call.Tenant.Memberships.Of(entity).Select(m => m.Account).ToHashSet() : null;
        var complement = call.Request.Flag("complement_collaborators");
        var found = kinds
            .SelectMany(k => call.Tenant.Entities(k).All().Select(e => new EntityId(k, e.Text($"ids.{k.IdField}"))))
            .Where(a => a.Id.Contains(call.Request.Text("query"), StringComparison.OrdinalIgnoreCase))
            .Where(a => members is null || members.Contains(a) != complement)
            .OrderBy(a => a.Id, StringComparer.Ordinal)
            .Select(a => (JsonNode)a.ToIdentifiers())
            .ToArray();
        return found.Length == 0 ? [] : new JsonObject { ["account_ids"] = new JsonArray(found) };
    }
}
