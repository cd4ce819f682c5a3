using TheThingsStack.Emulator.Access;

namespace TheThingsStack.Emulator.Entities;

/// <summary>Who is a collaborator on what, and with which rights. Accounts are users and organizations.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<EntityId, SortedDictionary<string, (EntityId Account, IReadOnlyList<string> Rights)>> _members = [];

    /// <summary>The rights that were given to an account on an entity; null when it is no collaborator.</summary>
    public IReadOnlyList<string>? Find(EntityId entity, EntityId account) =>
        _members.TryGetValue(entity, out var members) && members.TryGetValue(account.ToString(), out var member) ? member.Rights : null;

    /// <summary>Gives rights to an account; none takes it off the list.</summary>
    public void Set(EntityId entity, EntityId account, IReadOnlyList<string> rights)
    {
        if (!_members.TryGetValue(entity, out var members))
            _members[entity] = members = new(StringComparer.Ordinal);
        if (rights.Count > 0)
            members[account.ToString()] = (account, rights);
        else
            members.Remove(account.ToString());
    }

    /// <summary>The collaborators on an entity.</summary>
    public IEnumerable<(EntityId Account, IReadOnlyList<string> Rights)> Of(EntityId entity) =>
        _members.TryGetValue(entity, out var members) ? members.Values : [];

    /// <summary>The organizations that a user is a member of.</summary>
    public IEnumerable<EntityId> OrganizationsOf(EntityId user) =>
        _members.Where(m => m.Key.Kind == EntityKind.Organization && m.Value.ContainsKey(user.ToString())).Select(m => m.Key);

    /// <summary>What an account can do on an entity: directly, and for a user through organizations, with the rights that both steps give.</summary>
    public IEnumerable<string> RightsOf(EntityId account, EntityId entity)
    {
        var direct = Rights.Implied(Find(entity, account) ?? []);
        if (account.Kind != EntityKind.User || entity.Kind == EntityKind.Organization)
            return direct;
        var indirect = OrganizationsOf(account)
            .SelectMany(o => Rights.Implied(Find(o, account)!).Intersect(Rights.Implied(Find(entity, o) ?? [])));
        return direct.Union(indirect);
    }

    /// <summary>Forgets an entity and, if it is an account, all that it was a collaborator on.</summary>
    public void Purge(EntityId entity)
    {
        _members.Remove(entity);
        foreach (var members in _members.Values)
            members.Remove(entity.ToString());
    }
}
