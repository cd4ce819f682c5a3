namespace TheThingsStack.Http;

/// <summary>The server has asked for more time than a call may wait; the connection makes a <see cref="TheThingsStackException"/> of it.</summary>
internal sealed class RateLimitedException(TimeSpan wait) : Exception
{
    public TimeSpan Wait => wait;
}
