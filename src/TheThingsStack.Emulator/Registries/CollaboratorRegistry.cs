using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>The collaborators on one kind of entity; on organizations they are called members.</summary>
internal sealed class CollaboratorRegistry(EntityKind kind)
{
    private static readonly ApiError NotMember = new(
        RpcCode.NotFound, "pkg/identityserver/store", "membership_not_found", "{account_type} `{account_id}` is no collaborator on {entity_type} `{entity_id}`");

    private readonly ApiError _needsCollaborator = new(
        RpcCode.FailedPrecondition, "pkg/identityserver", $"{kind}_needs_collaborator", $"at least one collaborator must keep all rights on the {kind}");

    public void AddTo(Handlers handlers)
    {
        handlers.Add($"{kind.Access}/GetCollaborator", call => Get(call, Entity(call), EntityId.Of(call.Request.Object("collaborator"))!.Value));
        handlers.Add($"{kind.Access}/ListCollaborators", List);
        handlers.Add($"{kind.Access}/SetCollaborator", call => Set(call, Account(call, "collaborator.ids"), call.Request.Texts("collaborator.rights")));
        handlers.Add($"{kind.Access}/DeleteCollaborator", Delete);
    }

    private EntityId Entity(Call call)
    {
        var id = new EntityId(kind, RequestEntity.IdOf(kind, call.Request)!);
        call.Tenant.Entities(kind).Get(id.Id);
        return id;
    }

    /// <summary>The account that a request names, which must exist.</summary>
    private EntityId Account(Call call, string path)
    {
        var account = EntityId.Of(call.Request.Object(path)) ?? throw ApiError.Bare(RpcCode.InvalidArgument, "no collaborator given").Raise();
        if (kind == EntityKind.Organization && account.Kind == EntityKind.Organization)
            throw OrganizationRegistry.Nested.Raise();
        call.Tenant.Entities(account.Kind).Get(account.Id);
        return account;
    }

    private static JsonObject Get(Call call, EntityId entity, EntityId account)
    {
        var rights = call.Tenant.Memberships.Find(entity, account) ?? throw NotMember
            .With("account_type", account.Kind.Name)
            .With("account_id", account.Id)
            .With("entity_type", entity.Kind.Name)
            .With("entity_id", entity.Id)
            .Raise();
        return Describe(account, rights);
    }

    private static JsonObject Describe(EntityId account, IReadOnlyList<string> rights) => new() { ["ids"] = account.ToIdentifiers(), ["rights"] = Json.Strings(rights) };

    /// <summary>Anybody known may see who the collaborators are; which rights they have is for those who may change them.</summary>
    private JsonObject List(Call call)
    {
        call.Caller.RequireAuthenticated();
        var entity = Entity(call);
        var seesRights = call.Caller.RightsOn(entity).Contains(kind.Right(RequiredRights.Collaborators(kind)));
        var collaborators = call.Tenant.Memberships.Of(entity).Select(m => Describe(m.Account, m.Rights));
        return Paging.Answer(call, "collaborators", collaborators, c => Shown(c, seesRights), c => EntityId.Of(c.Object("ids"))!.Value.Id);
    }

    private static JsonObject Shown(JsonObject collaborator, bool seesRights)
    {
        var shown = collaborator.Copy();
        if (!seesRights)
            shown.Remove("rights");
        return shown;
    }

    /// <summary>Nobody gives or takes rights that they lack; setting none takes the collaborator off the list.</summary>
    private JsonObject Set(Call call, EntityId account, IReadOnlyList<string> rights)
    {
        var entity = Entity(call);
        var before = Rights.Implied(call.Tenant.Memberships.Find(entity, account) ?? []);
        var after = Rights.Implied(rights);
        call.Require(entity, after.Except(before));
        if (after.Count > 0)
            call.Require(entity, before.Except(after));
        if (before.Contains(kind.Right("ALL")) && !after.Contains(kind.Right("ALL")))
            RequireOtherOwner(call, entity, account);
        call.Tenant.Memberships.Set(entity, account, rights);
        if (rights.Count > 0)
            call.Publish($"{kind}.collaborator.update", entity, account, EventData.Message("Collaborator", Describe(account, rights)));
        else
            call.Publish($"{kind}.collaborator.delete", entity, account, null);
        return [];
    }

    private void RequireOtherOwner(Call call, EntityId entity, EntityId account)
    {
        var others = call.Tenant.Memberships.Of(entity).Where(m => m.Account != account);
        if (!others.Any(m => Rights.Implied(m.Rights).Contains(kind.Right("ALL"))))
            throw _needsCollaborator.Raise();
    }

    private JsonObject Delete(Call call)
    {
        var account = Account(call, "collaborator_ids");
        Get(call, Entity(call), account);
        return Set(call, account, []);
    }
}
