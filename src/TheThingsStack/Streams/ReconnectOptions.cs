namespace TheThingsStack;

/// <summary>How a <see cref="ReconnectingStream"/> goes on after an interruption.</summary>
public sealed class ReconnectOptions
{
    /// <summary>The pause before the first new attempt, give or take some jitter; one second if not set. It doubles with each attempt that brings nothing new.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause; one minute if not set.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many attempts in a row may bring nothing new before the stream ends with the last failure; no limit if not set.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>
    /// How far before the last item a new connection begins; one second if not set. Items may arrive out of order: one that is older than the last,
    /// but was still on its way, would be lost without. What comes twice is dropped.
    /// </summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many ids of items are remembered to drop what comes twice; 4096 if not set.</summary>
    public int RememberedIds { get; init; } = 4096;

    /// <summary>
    /// The longest silence before the connection is taken for dead; no limit if not set, as a stream may have nothing to say for days. A peer
    /// that is gone is found out without it, too, by the keep-alive of the connection.
    /// </summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>Which failures are worth a new attempt; those that are <see cref="TheThingsStackException.IsTransient"/> if not set. An end without a failure always is.</summary>
    public Func<TheThingsStackException, bool>? ShouldReconnect { get; init; }

    /// <summary>Called before each pause, to log it for example. What it throws ends the stream.</summary>
    public Action<StreamInterruption>? OnInterrupted { get; init; }

    /// <summary>The clock of pauses and of the idle timeout; the system's if not set.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>An interruption of a stream.</summary>
/// <param name="Attempt">The attempt that comes next: 1 if the connection before brought something new.</param>
/// <param name="Delay">The pause before it.</param>
/// <param name="Reason">Why the connection ended; null if the server just closed it.</param>
public sealed record StreamInterruption(int Attempt, TimeSpan Delay, Exception? Reason);
