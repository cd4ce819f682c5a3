namespace TheThingsStack;

/// <summary>
/// How calls keep to the rate limits that the server tells in its answers: calls of one RPC wait for each other, first come, first served,
/// once the server says how many are left, and a call that the server refuses nonetheless (429) is sent again when the server allows it.
/// Nothing waits as long as the server sets no limit. Nothing but a 429 is sent again here; what .NET's handlers do on their own account
/// (a request without a body is sent again when its connection closes before any answer) is not changed.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>Whether calls wait and are sent again; if not, a 429 ends the call. True if not set.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often one call is sent again after a 429; 6 if not set. With 0, calls still wait for their turn.</summary>
    public int MaxRetries { get; set; } = 6;

    /// <summary>
    /// The longest time that the server may ask for; one minute if not set. Where it asks for more, calls end at once, with the time that it asks
    /// for in <see cref="RateLimit.Retry"/>: trying earlier would be refused.
    /// </summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one call may wait for the rate limit in all; five minutes if not set. The timeout of the call goes on while it waits.</summary>
    public TimeSpan MaxTotalWait { get; set; } = TimeSpan.FromMinutes(5);

    internal RateLimitOptions Copy() => new() { Enabled = Enabled, MaxRetries = MaxRetries, MaxWait = MaxWait, MaxTotalWait = MaxTotalWait };

    internal IEnumerable<string> GetFaults()
    {
        if (MaxRetries < 0)
            yield return $"{nameof(MaxRetries)}: {MaxRetries} is below zero.";
        if (!IsWait(MaxWait))
            yield return $"{nameof(MaxWait)}: {MaxWait} is not a duration from zero to 24 days.";
        if (!IsWait(MaxTotalWait))
            yield return $"{nameof(MaxTotalWait)}: {MaxTotalWait} is not a duration from zero to 24 days.";
    }

    private static bool IsWait(TimeSpan value) => value >= TimeSpan.Zero && value.TotalMilliseconds < int.MaxValue;
}
