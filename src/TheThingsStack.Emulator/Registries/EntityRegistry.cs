using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>
/// The registry of one kind of entity on the Identity Server: creating, reading, listing, searching, changing, and the steps
/// from deleting to gone. What differs between kinds is in a derived class.
/// </summary>
/// <param name="reference">The reference.</param>
/// <param name="kind">The kind of entity.</param>
/// <param name="publicFields">What anybody known may see of an entity, besides its identifiers and times.</param>
internal abstract class EntityRegistry(ApiReference reference, EntityKind kind, params string[] publicFields)
{
    private static readonly ApiError IdTaken = new(RpcCode.AlreadyExists, "pkg/identityserver/store", "id_taken", "the ID is taken");
    private static readonly string[] CommonFields = ["ids", "created_at", "updated_at", "deleted_at", "contact_info"];

    private readonly string[] _publicFields = [.. CommonFields, .. publicFields];

    protected EntityKind Kind => kind;

    protected MessageType Type { get; } = reference.Messages[kind.Message];

    public virtual void AddTo(Handlers handlers)
    {
        handlers.Add($"{kind.Registry}/Create", Create);
        handlers.Add($"{kind.Registry}/Get", Get);
        handlers.Add($"{kind.Registry}/List", List);
        handlers.Add($"{kind.Registry}/Update", Update);
        handlers.Add($"{kind.Registry}/Delete", Delete);
        handlers.Add($"{kind.Registry}/Restore", Restore);
        handlers.Add($"{kind.Registry}/Purge", Purge);
        handlers.Add($"EntityRegistrySearch/Search{kind.Message}s", Search);
    }

    /// <summary>Who will own the new entity; null for a kind that has no owner. Refuses callers that may not create it.</summary>
    protected virtual EntityId? Owner(Call call)
    {
        var owner = EntityId.Of(call.Request.Object("collaborator")) ?? throw ApiError.Bare(RpcCode.InvalidArgument, "no collaborator given").Raise();
        call.Require(owner, owner.Kind.Right($"{kind.ListField.ToUpperInvariant()}_CREATE"));
        return owner;
    }

    /// <summary>Fills in what the server decides or derives, and refuses what it does not take.</summary>
    /// <param name="call">The call.</param>
    /// <param name="entity">The entity as it would be stored.</param>
    /// <param name="stored">The entity as it is stored; null for a new one.</param>
    protected virtual void Complete(Call call, JsonObject entity, JsonObject? stored)
    {
    }

    /// <summary>Refuses what a caller may not read, whatever its rights on the entity.</summary>
    protected virtual void CheckPaths(Call call, EntityId entity)
    {
    }

    /// <summary>The entity as callers see it.</summary>
    protected virtual JsonObject Present(JsonObject entity) => entity;

    /// <summary>Refuses to delete what others still need.</summary>
    protected virtual void CheckUnused(Call call, string id)
    {
    }

    /// <summary>Forgets what other servers keep for an entity that is gone for good.</summary>
    protected virtual void Forget(Call call, string id)
    {
    }

    protected EntityStore Store(Call call) => call.Tenant.Entities(kind);

    protected static void RequireAdmin(Call call, string @namespace, string name, string message)
    {
        if (!call.Caller.IsAdmin)
            throw new ApiError(RpcCode.PermissionDenied, @namespace, name, message).Raise();
    }

    private EntityId Id(string id) => new(kind, id);

    private JsonObject Create(Call call)
    {
        var entity = call.Request.Object(kind.Name)!.Copy();
        var id = entity.Text($"ids.{kind.IdField}");
        ReservedIds.Refuse(id);
        var owner = Owner(call);
        if (IsTaken(call, id))
            throw IdTaken.Raise();
        if (owner is { } account)
            AddOwner(call, entity, account);
        entity.Remove("deleted_at");
        (entity["created_at"], entity["updated_at"]) = (call.Now, call.Now);
        Complete(call, entity, stored: null);
        Store(call).Put(entity);
        if (owner is { } member)
            call.Tenant.Memberships.Set(Id(id), member, [Rights.Everything]);
        call.Publish($"{kind}.create", Id(id));
        return Present(entity).Copy();
    }

    /// <summary>Accounts share their identifiers: no organization can be called like a user.</summary>
    private bool IsTaken(Call call, string id) => kind.IsAccount
        ? EntityKind.All.Where(k => k.IsAccount).Any(k => call.Tenant.Entities(k).IsTaken(id))
        : Store(call).IsTaken(id);

    private static void AddOwner(Call call, JsonObject entity, EntityId owner)
    {
        call.Tenant.Entities(owner.Kind).Get(owner.Id);
        foreach (var contact in (string[])["administrative_contact", "technical_contact"])
            entity[contact] ??= owner.ToIdentifiers();
    }

    /// <summary>Without the right to see an entity, a caller may still ask for what is public of it.</summary>
    private JsonObject Get(Call call)
    {
        call.Caller.RequireAuthenticated();
        var id = Id(RequestEntity.IdOf(kind, call.Request)!);
        var isMember = call.Caller.RightsOn(id).Contains(kind.Right("INFO"));
        if (!isMember && !call.Paths.All(IsPublic))
            call.Require(id, kind.Right("INFO"));
        CheckPaths(call, id);
        return Answer(call, Store(call).Get(id.Id), isMember);
    }

    private bool IsPublic(string path) => _publicFields.Any(f => path == f || path.StartsWith(f + ".", StringComparison.Ordinal));

    private JsonObject Answer(Call call, JsonObject entity, bool isMember) => call.Answer(Type, isMember ? Present(entity) : PublicPart(entity));

    /// <summary>What anybody known may see of an entity.</summary>
    protected virtual JsonObject PublicPart(JsonObject entity)
    {
        var part = FieldCopier.Select(Type, Present(entity), _publicFields);
        part.Remove("contact_info");
        return part;
    }

    /// <summary>The entities of a collaborator; without one those of the caller, its organizations' included.</summary>
    protected virtual JsonObject List(Call call)
    {
        if (EntityId.Of(call.Request.Object("collaborator")) is { } collaborator)
            call.Require(collaborator, collaborator.Kind.Right($"{kind.ListField.ToUpperInvariant()}_LIST"));
        else
            call.Caller.RequireAuthenticated();
        if ((EntityId.Of(call.Request.Object("collaborator")) ?? call.Caller.Account) is not { } account)
            return [];
        var accounts = call.Request["collaborator"] is null && kind != EntityKind.Organization
            ? call.Tenant.Memberships.OrganizationsOf(account).Prepend(account).ToArray()
            : [account];
        var entities = Store(call).All(call.Request.Flag("deleted"))
            .Where(e => accounts.Any(a => call.Tenant.Memberships.Find(Id(e.Text($"ids.{kind.IdField}")), a) is not null));
        return Page(call, entities);
    }

    /// <summary>A page of entities, each as far as the caller may see it.</summary>
    protected JsonObject Page(Call call, IEnumerable<JsonObject> entities, params IEnumerable<string> more) =>
        Paging.Answer(call, kind.ListField, entities, e => call.Answer(Type, Seen(call, e), more), e => e.Text($"ids.{kind.IdField}"));

    /// <summary>What a caller that may see an entity sees of it in a list.</summary>
    protected virtual JsonObject Visible(Call call, EntityId id, JsonObject entity) => entity;

    private JsonObject Seen(Call call, JsonObject entity)
    {
        var id = Id(entity.Text($"ids.{kind.IdField}"));
        return call.Caller.RightsOn(id).Contains(kind.Right("INFO")) ? Visible(call, id, Present(entity)) : PublicPart(entity);
    }

    private JsonObject Update(Call call)
    {
        var id = RequestEntity.IdOf(kind, call.Request)!;
        CheckPaths(call, Id(id));
        var stored = Store(call).Get(id);
        var entity = stored.Copy();
        FieldCopier.Apply(Type, entity, call.Request.Object(kind.Name)!, call.Paths.Where(p => !Identifiers.IsFixed(p)));
        entity["updated_at"] = call.Now;
        Complete(call, entity, stored);
        var answer = call.Answer(Type, Present(entity));
        Store(call).Put(entity);
        call.Publish($"{kind}.update", Id(id), EventData.Strings(call.Paths));
        return answer;
    }

    private JsonObject Delete(Call call)
    {
        var id = RequestEntity.IdOf(kind, call.Request)!;
        var entity = Store(call).Get(id);
        CheckUnused(call, id);
        entity["deleted_at"] = call.Now;
        call.Publish($"{kind}.delete", Id(id));
        return [];
    }

    private JsonObject Restore(Call call)
    {
        var id = RequestEntity.IdOf(kind, call.Request)!;
        var entity = Store(call).GetAny(id);
        if (!entity.Remove("deleted_at"))
            throw Store(call).Missing(id);
        entity["updated_at"] = call.Now;
        call.Publish($"{kind}.restore", Id(id));
        return [];
    }

    private JsonObject Purge(Call call)
    {
        RequireAdmin(call, "pkg/identityserver", $"admins_purge_{kind.ListField}", $"only administrators purge {kind.ListField}");
        var id = RequestEntity.IdOf(kind, call.Request)!;
        Store(call).GetAny(id);
        CheckUnused(call, id);
        Store(call).Remove(id);
        call.Tenant.ApiKeys.RemoveAll(Id(id));
        call.Tenant.Memberships.Purge(Id(id));
        Forget(call, id);
        call.Publish($"{kind}.purge", Id(id));
        return [];
    }

    /// <summary>Administrators find everything, others what they have rights on.</summary>
    protected virtual JsonObject Search(Call call)
    {
        call.Caller.RequireAuthenticated();
        var filter = SearchFilter.Of(kind);
        var found = Store(call).All(call.Request.Flag("deleted")).Where(e => call.Caller.RightsOn(Id(e.Text($"ids.{kind.IdField}"))).Count > 0);
        return Page(call, filter.Apply(call.Request, found), filter.Paths(call.Request));
    }
}
