using System.Net;

namespace TheThingsStack.Http;

/// <summary>
/// Lets the calls of one RPC through as its rate limit allows. The server counts per RPC, entity and key; which entity it takes is its own
/// affair, so all calls of an RPC are taken together, and each answer's own count corrects that: calls about different entities are
/// not held up by each other's counts. Before the first answer only a few are sent, so that a crowd does not find the limit by running
/// into it. Once an answer tells no limit, nothing is locked and nobody waits.
/// </summary>
internal sealed class RpcLimiter(TimeProvider time, TimeSpan maxWait) : IDisposable
{
    // The server cuts fractions of seconds off: zero is up to one.
    private static readonly TimeSpan s_cutOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);

    private const int MaxInTheDark = 4;

    private readonly object _gate = new();
    private readonly SortedDictionary<long, TaskCompletionSource<Sending>> _waiting = [];
    private readonly RefillRate _rate = new();
    private ITimer? _timer;
    private volatile Phase _phase;
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
                return _phase == Phase.Limited && _told is { } told ? new(told, _toldAt, _rate.Known, Volatile.Read(ref _inFlight), _waiting.Count) : null;
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
        if (_phase != Phase.Free)
            return EnterInTurn(turn, longest, cancellation);
        var sending = Send(turn);
        // Whoever finds out about a limit counts those sent after saying so; this one has counted itself before looking.
        if (_phase == Phase.Free)
            return new(sending);
        Interlocked.Decrement(ref _inFlight);
        return EnterInTurn(turn, longest, cancellation);
    }

    /// <summary>The call was answered.</summary>
    public void Answered(in Sending sending, HttpStatusCode status, RateLimit? told)
    {
        Interlocked.Decrement(ref _inFlight);
        var refused = status == HttpStatusCode.TooManyRequests;
        var tells = told is { Available: not null, Limit: not null };
        if (!tells && !refused && _phase == Phase.Free)
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
    public void Lost()
    {
        Interlocked.Decrement(ref _inFlight);
        if (_phase == Phase.Dark)
            lock (_gate)
                LetThrough();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _timer?.Dispose();
            FailAll(new ObjectDisposedException(nameof(ApiConnection)));
        }
    }

    private ValueTask<Sending> EnterInTurn(long turn, TimeSpan longest, CancellationToken cancellation)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(ApiConnection));
            Refill();
            var held = UntilReleased();
            if (_heldTooLong && held > TimeSpan.Zero)
                return ValueTask.FromException<Sending>(new RateLimitedException(held));
            if (_waiting.Count == 0 && MayGo(out _))
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
        var wasLimited = _phase == Phase.Limited;
        _phase = Phase.Limited;
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
        var isBefore = status == HttpStatusCode.BadRequest; // A wrong field mask, for example, is refused before it is counted.
        if (isBefore && _phase == Phase.Limited)
            _left++;
        else if (isBefore || (int)status >= 500)
            return;
        else if (_phase == Phase.Limited && _told is null && _waiting.Count > 0)
            _rate.TryFaster();
        else
            (_phase, _told) = (Phase.Free, null);
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
            if (!MayGo(out var wait))
            {
                if (wait is { } until)
                    WakeAfter(until);
                return;
            }
            var (turn, waiter) = _waiting.First();
            _waiting.Remove(turn);
            waiter.SetResult(Send(turn));
        }
    }

    /// <summary>Takes one of the calls that are left; if there is none, says when there will be, or nothing where an answer decides.</summary>
    private bool MayGo(out TimeSpan? wait)
    {
        wait = null;
        if (_phase != Phase.Limited)
            return _phase == Phase.Free || Volatile.Read(ref _inFlight) < MaxInTheDark;
        var held = UntilReleased();
        // What is missing to one after exactly the time that one takes is rounding.
        if (held <= TimeSpan.Zero && _left >= 1 - 1e-6)
        {
            _left--;
            return true;
        }
        wait = held > TimeSpan.Zero ? held : TimeSpan.FromSeconds((1 - _left) / _rate.PerSecond);
        return false;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        if (_phase == Phase.Limited)
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

    private enum Phase
    {
        /// <summary>No answer yet.</summary>
        Dark,

        /// <summary>The server tells no limit.</summary>
        Free,

        /// <summary>The server tells a limit, or refused a call by one.</summary>
        Limited,
    }
}
