using System.Collections.Concurrent;

namespace TheThingsStack.Http;

/// <summary>The rate limits of a connection, one per RPC.</summary>
internal sealed class RpcLimiters(TimeProvider time, RateLimitOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, RpcLimiter> _byRpc = new(StringComparer.Ordinal);

    public RateLimitOptions Options => options;

    public RpcLimiter Of(string rpc) =>
        _byRpc.TryGetValue(rpc, out var limiter) ? limiter : _byRpc.GetOrAdd(rpc, static (_, self) => self.Create(), this);

    /// <summary>What is known now, for the RPCs of which the server tells a limit.</summary>
    public Dictionary<string, RateLimitState> Snapshot()
    {
        var states = new Dictionary<string, RateLimitState>(StringComparer.Ordinal);
        foreach (var (rpc, limiter) in _byRpc)
            if (limiter.State is { } state)
                states.Add(rpc, state);
        return states;
    }

    public void Dispose()
    {
        foreach (var limiter in _byRpc.Values)
            limiter.Dispose();
    }

    private RpcLimiter Create() => new(time, options.MaxWait);
}
