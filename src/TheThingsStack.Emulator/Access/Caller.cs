using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Access;

/// <summary>Who makes a call: the holder of an API key, or nobody known.</summary>
/// <param name="Key">The key; null for a call without credentials.</param>
internal sealed record Caller(ApiKey? Key)
{
    public static readonly Caller Anonymous = new((ApiKey?)null);
}

/// <summary>An API key that the emulator has issued.</summary>
/// <param name="Token">The credential itself.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="UserId">The user that it belongs to.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="CreatedAt">When it was issued.</param>
internal sealed record ApiKey(ApiToken Token, string Name, string UserId, IReadOnlyList<string> Rights, string CreatedAt);

/// <summary>Tells callers apart by their credentials.</summary>
internal sealed class Authenticator(IEnumerable<ApiKey> keys)
{
    private static readonly ApiError Malformed = new(RpcCode.InvalidArgument, "pkg/auth", "token", "invalid token");
    private static readonly ApiError Unsupported = new(RpcCode.Unauthenticated, "pkg/identityserver", "unsupported_authorization", "unsupported authorization method");
    private static readonly ApiError ApiKeyNotFound = new(RpcCode.Unauthenticated, "pkg/identityserver", "api_key_not_found", "no such API key");
    private static readonly ApiError TokenNotFound = new(RpcCode.Unauthenticated, "pkg/identityserver", "token_not_found", "no such token");

    private readonly Dictionary<string, ApiKey> _keys = keys.ToDictionary(k => k.Token.ToString(), StringComparer.Ordinal);

    /// <param name="authorization">The Authorization header; empty when the request has none.</param>
    public Caller Authenticate(string authorization)
    {
        if (authorization.Length == 0)
            return Caller.Anonymous;
        var (scheme, text) = authorization.Split(' ', 2) is [var first, var rest] ? (first, rest) : ("", authorization);
        if (!scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Unsupported.Raise();
        var token = ApiToken.Parse(text) ?? throw Malformed.Raise();
        if (_keys.TryGetValue(text, out var key))
            return new Caller(key);
        throw (token.Type == ApiToken.ApiKeyType ? ApiKeyNotFound : TokenNotFound).Raise();
    }
}
