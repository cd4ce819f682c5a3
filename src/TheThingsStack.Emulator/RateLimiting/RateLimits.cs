namespace TheThingsStack.Emulator;

/// <summary>
/// How many requests an emulator takes. As on the server, each RPC has a limit of its own, counted for each API key and each
/// entity that requests are about; a stream counts once, when it is opened. There are no limits, and no headers about them,
/// until one is set.
/// </summary>
public sealed class RateLimits
{
    private readonly Dictionary<string, RateLimit> _byRpc = new(StringComparer.Ordinal);

    /// <summary>Limits one RPC.</summary>
    /// <param name="rpc">Service and method, such as <c>EndDeviceRegistry/Get</c>.</param>
    /// <param name="maxPerMinute">How many requests a minute are taken in the long run; at least 1.</param>
    /// <param name="maxBurst">How many are taken at once after a rest; 0, the default, for as many as in a minute.</param>
    /// <returns>The same limits, to add more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public RateLimits Add(string rpc, int maxPerMinute, int maxBurst = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(rpc);
        _byRpc[rpc] = RateLimit.Create(maxPerMinute, maxBurst);
        return this;
    }

    /// <summary>Limits every RPC that has no limit of its own; each is still counted by itself.</summary>
    /// <param name="maxPerMinute">How many requests a minute are taken in the long run; at least 1.</param>
    /// <param name="maxBurst">How many are taken at once after a rest; 0, the default, for as many as in a minute.</param>
    /// <returns>The same limits, to add more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public RateLimits AddDefault(int maxPerMinute, int maxBurst = 0)
    {
        Default = RateLimit.Create(maxPerMinute, maxBurst);
        return this;
    }

    internal RateLimit? Default { get; private set; }

    internal IReadOnlyDictionary<string, RateLimit> ByRpc => _byRpc;
}

/// <summary>A number of requests a minute, and how many of them may come at once.</summary>
internal sealed record RateLimit(int MaxPerMinute, int MaxBurst)
{
    public static RateLimit Create(int maxPerMinute, int maxBurst)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPerMinute, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBurst);
        return new RateLimit(maxPerMinute, maxBurst == 0 ? maxPerMinute : maxBurst);
    }
}
