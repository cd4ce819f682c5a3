using System.Net;

namespace TheThingsStack.Http;

/// <summary>
/// Lets the calls of one RPC through as its rate limit allows. The server counts per RPC, entity and key; which entity it takes is its own
/// affair, so all calls of an RPC are taken together, and each answer's own count corrects that: calls about different entities are
/// not held up by each other's counts. As long as the server tells no limit, nothing is locked and nobody waits.
/// </summary>
internal sealed class RpcLimiter(TimeProvider time, TimeSpan maxWait) : IDisposable
{
    // The server cuts fractions of seconds off: zero is up to one.
    private static readonly TimeSpan s_cutOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly SortedDictionary<long, TaskCompletionSource<Sending>> _waiting = [];
    private readonly RefillRate _rate = new();
    private ITimer? _timer;
    private bool _limited;
    private bool _disposed;
    private long _turns;
    private long _sent;
    private int _inFlight;

    // Calls that may be sent now. Below zero: so many more are on their way than the server may let through.
    private double _left;
    private long _countedAt;
    private long _heldUntil;
    private bool _heldTooLong;
    private RateLimit? _told;
    private DateTimeOffset _toldAt;

    /// <summary>What is known; null if the server tells no limit.</summary>
    public RateLimitState? State
    {
        get
        {
            lock (_gate)
                return _limited && _told is { } told ? new(told, _toldAt, _rate.Known, Volatile.Read(ref _inFlight), _waiting.Count) : null;
        }
    }

    /// <summary>Waits for its turn. What is let through is to be told <see cref="Answered"/> or <see cref="Lost"/>.</summary>
    /// <param name="turn">The place that the call had before; zero for a new call.</param>
    /// <param name="longest">How long it may wait.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RateLimitedException">The server has asked for more time than calls may wait.</exception>
    /// <exception cref="TimeoutException">Its turn did not come in time.</exception>
    public ValueTask<Sending> EnterAsync(long turn, TimeSpan longest, CancellationToken cancellation)
    {
        if (turn == 0)
            turn = Interlocked.Increment(ref _turns);
        if (Volatile.Read(ref _limited))
            return EnterLimited(turn, longest, cancellation);
        var sending = Send(turn);
        // Whoever finds out about a limit counts those sent after saying so; this one has counted itself before looking.
        if (!Volatile.Read(ref _limited))
            return new(sending);
        Interlocked.Decrement(ref _inFlight);
        return EnterLimited(turn, longest, cancellation);
    }

    /// <summary>The call was answered.</summary>
    public void Answered(in Sending sending, HttpStatusCode status, RateLimit? told)
    {
        Interlocked.Decrement(ref _inFlight);
        var refused = status == HttpStatusCode.TooManyRequests;
        var tells = told is { Available: not null, Limit: not null };
        if (!tells && !refused && !Volatile.Read(ref _limited))
            return;
        lock (_gate)
        {
            Refill();
            if (tells || refused)
                Learn(sending, refused, told);
            else
                LearnFromSilence(status);
            LetThrough();
        }
    }

    /// <summary>The call was not answered: whether the server counted it is not known.</summary>
    public void Lost() => Interlocked.Decrement(ref _inFlight);

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timer?.Dispose();
            FailAll(new ObjectDisposedException(nameof(ApiConnection)));
        }
    }

    private ValueTask<Sending> EnterLimited(long turn, TimeSpan longest, CancellationToken cancellation)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ApiConnection));
            Refill();
            var held = UntilReleased();
            if (_heldTooLong && held > TimeSpan.Zero)
                throw new RateLimitedException(held);
            if (_waiting.Count == 0 && held <= TimeSpan.Zero && TakeOne())
                return new(Send(turn));
            var waiter = new TaskCompletionSource<Sending>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(turn, waiter);
            LetThrough();
            return new(WaitAsync(turn, waiter.Task, longest, cancellation));
        }
    }

    private Sending Send(long turn)
    {
        var number = Interlocked.Increment(ref _sent);
        return new(turn, number, Interlocked.Increment(ref _inFlight) - 1);
    }

    private void Learn(in Sending sending, bool refused, RateLimit? told)
    {
        var wasLimited = _limited;
        Volatile.Write(ref _limited, true);
        Interlocked.MemoryBarrier();
        // Any of these may have been counted by the server after this call was, so they are not in its number.
        var others = sending.Others + (Interlocked.Read(ref _sent) - sending.Number);
        var available = refused ? 0 : told?.Available ?? 0;
        _left = wasLimited ? _left + (refused ? 1 : 0) : available - others;
        _left = Math.Clamp(_left, available - others, available);
        if (told is not null)
            (_told, _toldAt) = (told, time.GetUtcNow());
        if (told is { Limit: { } limit, Available: { } left, Reset: { } reset })
            _rate.Learn(limit, left, reset);
        else if (refused)
            _rate.TrySlower();
        if (refused)
            Hold(told?.Retry ?? TimeSpan.Zero);
    }

    private void LearnFromSilence(HttpStatusCode status)
    {
        if ((int)status is >= 400 and < 500)
            _left++; // Refused before it was counted, for a wrong field mask for example.
        else if ((int)status >= 300)
            return;
        else if (_told is null && _waiting.Count > 0)
            _rate.TryFaster();
        else
            Lift();
    }

    // The server has a limit no more.
    private void Lift()
    {
        Volatile.Write(ref _limited, false);
        _told = null;
    }

    // Not all clients that were refused at once come back at once.
    private void Hold(TimeSpan asked)
    {
        var wait = (asked + s_cutOff) * (1 + (Random.Shared.NextDouble() / 5));
        _heldUntil = Math.Max(_heldUntil, time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency));
        _heldTooLong = asked > maxWait;
        if (_heldTooLong)
            FailAll(new RateLimitedException(UntilReleased()));
    }

    private void FailAll(Exception e)
    {
        foreach (var waiter in _waiting.Values)
            waiter.SetException(e);
        _waiting.Clear();
    }

    private void LetThrough()
    {
        Refill();
        while (_waiting.Count > 0)
        {
            if (_limited && UntilReleased() is { Ticks: > 0 } held)
            {
                WakeAfter(held);
                return;
            }
            if (_limited && !TakeOne())
            {
                WakeAfter(TimeSpan.FromSeconds((1 - _left) / _rate.PerSecond));
                return;
            }
            var (turn, waiter) = _waiting.First();
            _waiting.Remove(turn);
            waiter.SetResult(Send(turn));
        }
    }

    private bool TakeOne()
    {
        // What is missing to one after exactly the time that one takes is rounding.
        if (_left < 1 - 1e-6)
            return false;
        _left--;
        return true;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        if (_limited)
            _left = Math.Min(_told?.Limit ?? 1, _left + (_rate.PerSecond * time.GetElapsedTime(_countedAt, now).TotalSeconds));
        _countedAt = now;
    }

    private TimeSpan UntilReleased() => time.GetElapsedTime(time.GetTimestamp(), _heldUntil);

    private void WakeAfter(TimeSpan wait)
    {
        _timer ??= time.CreateTimer(static state => ((RpcLimiter)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait > s_shortest ? wait : s_shortest, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_gate)
            if (!_disposed)
                LetThrough();
    }

    private async Task<Sending> WaitAsync(long turn, Task<Sending> letThrough, TimeSpan longest, CancellationToken cancellation)
    {
        try
        {
            return await letThrough.WaitAsync(longest, time, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !TryLeave(turn))
        {
            // It was let through in the same moment.
            return await letThrough.ConfigureAwait(false);
        }
    }

    private bool TryLeave(long turn)
    {
        lock (_gate)
            return _waiting.Remove(turn);
    }
}
