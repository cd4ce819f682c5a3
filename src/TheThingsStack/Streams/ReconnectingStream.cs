using System.Runtime.CompilerServices;

namespace TheThingsStack;

/// <summary>
/// A stream that outlives its connections: where one ends, the next begins at the time of the last item, and what comes twice is dropped.
/// Items come in the order in which they arrive.
/// <code>
/// var events = ReconnectingStream.Of(
///     after => stack.Events.StreamAsync(new() { Identifiers = [ids], After = after, Tail = after is null ? 10u : null }),
///     e => e.UniqueId,
///     e => e.Time);
/// </code>
/// The server can send what happened between two connections only where it stores events; where it does not, it says so in a warning.
/// </summary>
public static class ReconnectingStream
{
    /// <summary>Makes a stream of connections.</summary>
    /// <param name="connect">Connects: from the start, if the time is null (where <c>tail</c> belongs), else with what came after that time.</param>
    /// <param name="id">The id of an item, the same each time it is sent; null for an item that is never dropped.</param>
    /// <param name="time">
    /// When the item happened; null for an item that says nothing about where to go on. The first item of a later connection says nothing
    /// either: the server begins each stream of events with a note about the stream itself, which is later than the events that follow.
    /// </param>
    /// <param name="options">Pauses and limits.</param>
    /// <returns>A stream that ends when it is no longer read, by its cancellation token, or with a failure that is not worth a new attempt.</returns>
    public static IAsyncEnumerable<T> Of<T>(
        Func<Timestamp?, IAsyncEnumerable<T>> connect, Func<T, string?> id, Func<T, Timestamp?> time, ReconnectOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connect);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(time);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FirstDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDelay, options.FirstDelay, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Overlap, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.RememberedIds, nameof(options));
        return ReadAsync(connect, id, time, options);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<Timestamp?, IAsyncEnumerable<T>> connect, Func<T, string?> id, Func<T, Timestamp?> time, ReconnectOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var position = new StreamPosition(options.Overlap);
        var seen = new RecentIds(options.RememberedIds);
        for (var attempt = 0; ; attempt++)
        {
            // Connections that are cut before the overlap is through would bring nothing new for ever: every other one goes without.
            var after = position.Connect(isShort: attempt > 0 && attempt % 2 == 0);
            var connection = new StreamConnection<T>(connect(after), options, cancellationToken);
            await using (connection.ConfigureAwait(false))
            {
                while (await connection.MoveNextAsync().ConfigureAwait(false))
                {
                    var item = connection.Current;
                    position.Pass(time(item), out var isNote);
                    if (!seen.Add(id(item)))
                        continue;
                    // The note at the start of each connection is no progress.
                    attempt = isNote ? attempt : 0;
                    yield return item;
                }
            }
            await PauseAsync(attempt + 1, connection.Failure, options, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task PauseAsync(int attempt, Exception? failure, ReconnectOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (attempt > options.MaxAttempts)
            throw failure ?? new TheThingsStackException($"The stream ended {attempt} times in a row without anything new.") { Code = GrpcCode.Unavailable };
        var full = Math.Min(options.MaxDelay.TotalSeconds, options.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 30)));
        var delay = TimeSpan.FromSeconds(full * (0.75 + (Random.Shared.NextDouble() / 4)));
        options.OnInterrupted?.Invoke(new(attempt, delay, failure));
        await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
    }
}
