using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>Who makes a call: the holder of an API key, or nobody known.</summary>
/// <param name="Key">The key; null for a call without credentials.</param>
/// <param name="Rights">The rights of the key with all that they include, less what the state of the account takes away.</param>
/// <param name="IsAdmin">Whether the key is that of an administrator, whose rights hold for every entity.</param>
/// <param name="Memberships">Who is a collaborator on what.</param>
internal sealed record Caller(ApiKey? Key, IReadOnlySet<string> Rights, bool IsAdmin, Memberships Memberships)
{
    /// <summary>What the caller is to be told about its account, if anything.</summary>
    public string? Warning { get; init; }

    /// <summary>Why the caller's account counts as nobody, if it does.</summary>
    public ApiError? Disabled { get; init; }

    /// <summary>The user or organization that the key belongs to; null for a key of something else.</summary>
    public EntityId? Account => Key is { Owner: { Kind.IsAccount: true } owner } ? owner : null;

    /// <summary>The rights that hold for every entity.</summary>
    public IReadOnlySet<string> UniversalRights => IsAdmin ? Rights : new HashSet<string>();

    public static Caller Anonymous(Memberships memberships) => new(null, new HashSet<string>(), false, memberships);

    public IReadOnlySet<string> RightsOn(EntityId entity)
    {
        if (IsAdmin || Key?.Owner == entity)
            return Rights;
        return Account is { } account
            ? Memberships.RightsOf(account, entity).Intersect(Rights).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
    }

    /// <summary>Refuses a caller that lacks any of the rights.</summary>
    public void Require(EntityId entity, params IEnumerable<string> rights)
    {
        var held = RightsOn(entity);
        if (held.Count == 0)
            throw Refusal("no", $"no rights for {entity.Kind} `{{uid}}`", entity).Raise();
        var missing = rights.Except(held).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
            throw Refusal("insufficient", $"insufficient rights for {entity.Kind} `{{uid}}`", entity).With("missing", Json.Strings(missing)).Raise();
    }

    private static ApiError Refusal(string degree, string message, EntityId entity) =>
        new ApiError(RpcCode.PermissionDenied, "pkg/auth/rights", $"{degree}_{entity.Kind}_rights", message).With("uid", entity.Id);

    /// <summary>Refuses a caller that is nobody known.</summary>
    public void RequireAuthenticated()
    {
        if (Disabled is not null)
            throw Disabled.Raise();
        if (Key is null)
            throw Unauthenticated.Raise();
    }

    private static readonly ApiError Unauthenticated = new(RpcCode.Unauthenticated, "pkg/identityserver", "unauthenticated", "credentials are required");
}
