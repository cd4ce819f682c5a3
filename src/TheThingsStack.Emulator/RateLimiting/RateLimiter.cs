namespace TheThingsStack.Emulator.RateLimiting;

/// <summary>
/// Counts the requests of many keys against one limit with the generic cell rate algorithm: of each key only the time is
/// kept at which it would be at rest again, and every request moves that time by an equal step.
/// </summary>
internal sealed class RateLimiter(RateLimit limit)
{
    private const int MaxKeys = 65_536;

    private readonly object _gate = new();
    private readonly Dictionary<string, long> _restAt = new(StringComparer.Ordinal);
    private readonly long _step = TimeSpan.TicksPerMinute / limit.MaxPerMinute;

    /// <summary>Counts a request if it is within the limit, and tells where the key stands.</summary>
    public RateLimitState Take(string key, DateTimeOffset time)
    {
        var now = time.UtcTicks;
        var capacity = _step * limit.MaxBurst;
        lock (_gate)
        {
            var restAt = Math.Max(_restAt.GetValueOrDefault(key), now);
            var excess = restAt + _step - now - capacity;
            if (excess > 0)
                return new RateLimitState(limit.MaxBurst, Remaining(capacity - (restAt - now)), TimeSpan.FromTicks(restAt - now), TimeSpan.FromTicks(excess), IsExceeded: true);
            restAt += _step;
            Forget(now);
            _restAt[key] = restAt;
            return new RateLimitState(limit.MaxBurst, Remaining(capacity - (restAt - now)), TimeSpan.FromTicks(restAt - now), TimeSpan.Zero, IsExceeded: false);
        }
    }

    private int Remaining(long room) => (int)(room / _step);

    /// <summary>A key that is at rest is as good as one that never was.</summary>
    private void Forget(long now)
    {
        if (_restAt.Count < MaxKeys)
            return;
        foreach (var key in _restAt.Where(k => k.Value <= now).Select(k => k.Key).ToArray())
            _restAt.Remove(key);
    }
}

/// <summary>Where a key stands after a request.</summary>
/// <param name="Limit">How many requests may come at once after a rest.</param>
/// <param name="Remaining">How many may come now.</param>
/// <param name="ResetAfter">When all of them may come again.</param>
/// <param name="RetryAfter">When the refused request may come again; zero for one that was not refused.</param>
/// <param name="IsExceeded">Whether the request was refused.</param>
internal sealed record RateLimitState(int Limit, int Remaining, TimeSpan ResetAfter, TimeSpan RetryAfter, bool IsExceeded);
