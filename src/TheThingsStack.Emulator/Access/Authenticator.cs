using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>Tells callers apart by their credentials.</summary>
internal static class Authenticator
{
    private static readonly ApiError Malformed = new(RpcCode.InvalidArgument, "pkg/auth", "token", "invalid token");
    private static readonly ApiError Unsupported = Refusal("unsupported_authorization", "unsupported authorization method");
    private static readonly ApiError ApiKeyNotFound = Refusal("api_key_not_found", "no such API key");
    private static readonly ApiError ApiKeyExpired = Refusal("api_key_expired", "the API key has expired");
    private static readonly ApiError WrongSecret = Refusal("invalid_authorization", "the secret of the API key is wrong");
    private static readonly ApiError TokenNotFound = Refusal("token_not_found", "no such token");

    /// <param name="tenant">Where the key must be known.</param>
    /// <param name="authorization">The Authorization header; empty when the request has none.</param>
    /// <param name="now">The time, for keys that expire.</param>
    public static Caller Authenticate(Tenant tenant, string authorization, string now)
    {
        if (authorization.Length == 0)
            return Caller.Anonymous(tenant.Memberships);
        var (scheme, text) = authorization.Split(' ', 2) is [var first, var rest] ? (first, rest) : ("", authorization);
        if (!scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Unsupported.Raise();
        var token = ApiToken.Parse(text) ?? throw Malformed.Raise();
        if (token.Type != ApiToken.ApiKeyType)
            throw TokenNotFound.Raise();
        var key = tenant.ApiKeys.Find(token.Id) is { } found && tenant.Entities(found.Owner.Kind).Find(found.Owner.Id) is not null ? found : throw ApiKeyNotFound.Raise();
        if (key.Token != token)
            throw WrongSecret.Raise();
        if (key.IsExpired(now))
            throw ApiKeyExpired.Raise();
        return Identify(tenant, key);
    }

    private static Caller Identify(Tenant tenant, ApiKey key)
    {
        var rights = Rights.Implied(key.Rights);
        if (key.Owner.Kind != EntityKind.User)
            return new Caller(key, rights, false, tenant.Memberships);
        var user = tenant.Entities(EntityKind.User).Get(key.Owner.Id);
        return user.Text("state") switch
        {
            "" => Restricted("Few rights: the account waits for approval", "requested", "approval of the account is pending", "RIGHT_USER_INFO", "RIGHT_USER_SETTINGS_BASIC", "RIGHT_USER_DELETE"),
            "STATE_REJECTED" => Restricted("Few rights: the account was rejected", "rejected", "the account was rejected", "RIGHT_USER_INFO", "RIGHT_USER_DELETE"),
            "STATE_SUSPENDED" => Restricted("Few rights: the account is suspended", "suspended", "the account was suspended", "RIGHT_USER_INFO"),
            _ => new Caller(key, rights, user.Flag("admin"), tenant.Memberships),
        };

        Caller Restricted(string warning, string state, string message, params string[] left) =>
            new(key, rights.Intersect(left).ToHashSet(StringComparer.Ordinal), false, tenant.Memberships)
            {
                Warning = WithReason(warning, state == "requested" ? "" : user.Text("state_description")),
                Disabled = Describe(new ApiError(RpcCode.PermissionDenied, "pkg/identityserver", $"user_{state}", message), user),
            };
    }

    private static string WithReason(string warning, string reason) => reason.Length == 0 ? warning : $"{warning} ({reason})";

    private static ApiError Describe(ApiError error, JsonObject user) =>
        user.Text("state_description") is { Length: > 0 } description ? error.With("description", description) : error;

    private static ApiError Refusal(string name, string message) => new(RpcCode.Unauthenticated, "pkg/identityserver", name, message);
}
