namespace TheThingsStack;

/// <summary>One rate limit: it holds for one RPC, the entity named in the request, and the API key. A part that the server leaves out is null.</summary>
/// <param name="Limit">How many calls may be made at once when none was made for a while.</param>
/// <param name="Available">How many calls may be made now.</param>
/// <param name="Reset">When all of them may be made again. In whole seconds, cut off, so that zero is usual.</param>
/// <param name="Retry">When the next one may be made; in answers that refuse a call (429). In whole seconds, cut off, so that zero does not mean now.</param>
public sealed record RateLimit(long? Limit, long? Available, TimeSpan? Reset, TimeSpan? Retry);
