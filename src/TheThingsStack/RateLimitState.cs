namespace TheThingsStack;

/// <summary>What a connection knows about the rate limit of one RPC.</summary>
/// <param name="Last">What the latest answer said.</param>
/// <param name="ReadAt">When that was.</param>
/// <param name="CallsPerSecond">How fast the limit refills, as far as the answers tell, on the cautious side; null as long as they do not.</param>
/// <param name="InFlight">Calls that are sent and not yet answered.</param>
/// <param name="Waiting">Calls that wait for their turn.</param>
public sealed record RateLimitState(RateLimit Last, DateTimeOffset ReadAt, double? CallsPerSecond, int InFlight, int Waiting);
