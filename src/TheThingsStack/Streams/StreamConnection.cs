namespace TheThingsStack;

/// <summary>One connection of a <see cref="ReconnectingStream"/>: it just ends where another may follow.</summary>
internal sealed class StreamConnection<T> : IAsyncDisposable
{
    private readonly ReconnectOptions _options;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenRegistration _registration;
    private readonly IAsyncEnumerator<T> _items;

    public StreamConnection(IAsyncEnumerable<T> items, ReconnectOptions options, CancellationToken caller)
    {
        (_options, _caller) = (options, caller);
        _idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, options.TimeProvider);
        _registration = caller.UnsafeRegister(static idle => ((CancellationTokenSource)idle!).Cancel(), _idle);
        _items = items.GetAsyncEnumerator(_idle.Token);
    }

    public T Current => _items.Current;

    /// <summary>Why it ended.</summary>
    public Exception? Failure { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        try
        {
            if (_options.IdleTimeout is { } longest)
                _idle.CancelAfter(longest);
            return await _items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (_idle.IsCancellationRequested && !_caller.IsCancellationRequested)
        {
            Failure = new TimeoutException($"Nothing came for {_options.IdleTimeout}.", e);
            return false;
        }
        catch (OperationCanceledException e) when (_caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, _caller);
        }
        catch (TheThingsStackException e) when (_options.ShouldReconnect?.Invoke(e) ?? e.IsTransient)
        {
            Failure = e;
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync().ConfigureAwait(false);
        await _registration.DisposeAsync().ConfigureAwait(false);
        _idle.Dispose();
    }
}
