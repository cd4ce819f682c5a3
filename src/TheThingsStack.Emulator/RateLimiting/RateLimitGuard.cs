using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.RateLimiting;

/// <summary>Counts calls, tells callers where they stand, and refuses those that are too many.</summary>
internal sealed class RateLimitGuard
{
    private static readonly ApiError Exceeded = new(RpcCode.ResourceExhausted, "pkg/ratelimit", "rate_limit_exceeded", "more than `{rate}` accesses a minute of resource `{key}`");

    private readonly Dictionary<string, RateLimiter> _byRpc;
    private readonly RateLimiter? _default;
    private readonly TimeProvider _clock;

    public RateLimitGuard(RateLimits limits, ApiReference reference, TimeProvider clock)
    {
        if (limits.ByRpc.Keys.FirstOrDefault(r => !reference.Rpcs.ContainsKey(r)) is { } unknown)
            throw new ArgumentException($"There is no RPC {unknown}; an RPC is named like EndDeviceRegistry/Get.", nameof(limits));
        _byRpc = limits.ByRpc.ToDictionary(l => l.Key, l => new RateLimiter(l.Value), StringComparer.Ordinal);
        _default = limits.Default is { } limit ? new RateLimiter(limit) : null;
        _clock = clock;
    }

    /// <param name="rpc">What is called.</param>
    /// <param name="request">The request.</param>
    /// <param name="http">Where the credentials are, and the headers of the answer.</param>
    public void Check(Rpc rpc, JsonObject request, HttpContext http)
    {
        if ((_byRpc.GetValueOrDefault(rpc.Name) ?? _default) is not { } limiter)
            return;
        var key = Key(rpc, request, http.Request.Headers.Authorization.ToString());
        var state = limiter.Take(key, _clock.GetUtcNow());
        WriteHeaders(http.Response.Headers, state.Limit, state.Remaining, state.ResetAfter, state.RetryAfter);
        if (state.IsExceeded)
            throw Error(key, state.Limit).Raise();
    }

    public static ApiError Error(string key, int rate) => Exceeded.With("key", key).With("rate", rate);

    /// <summary>Writes the four headers; times are whole seconds, rounded down.</summary>
    public static void WriteHeaders(IHeaderDictionary headers, int limit, int available, TimeSpan reset, TimeSpan retry)
    {
        headers["X-Rate-Limit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        headers["X-Rate-Limit-Available"] = available.ToString(CultureInfo.InvariantCulture);
        headers["X-Rate-Limit-Reset"] = ((long)reset.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        headers["X-Rate-Limit-Retry"] = ((long)retry.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What a call is counted under: what is called, about what, and by whom. What a stream is about does not count.</summary>
    public static string Key(Rpc rpc, JsonObject request, string authorization)
    {
        var token = ApiToken.Parse(authorization[(authorization.IndexOf(' ', StringComparison.Ordinal) + 1)..])?.Id ?? "unauthenticated";
        var name = $"/ttn.lorawan.v3.{rpc.Name}";
        return rpc.IsStream ? $"grpc:stream:accept:{name}:token:{token}" : $"grpc:method:{name}:{RequestEntity.Describe(request)}:token:{token}";
    }
}
