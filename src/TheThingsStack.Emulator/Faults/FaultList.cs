namespace TheThingsStack.Emulator;

/// <summary>
/// What is to go wrong. One fault at most applies to a request: the oldest that is left and matches. They apply before the
/// request is looked at, so that a request that would be refused meets them too.
/// </summary>
public sealed class FaultList
{
    private readonly object _gate = new();
    private readonly List<ActiveFault> _faults = [];

    internal FaultList()
    {
    }

    /// <summary>Adds a fault for the next requests that match.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">For how many requests; at least 1. The next one only by default.</param>
    /// <param name="rpc">The RPC that requests must call, such as <c>EndDeviceRegistry/Get</c>; null for any, and for requests that call none.</param>
    /// <param name="when">What else must hold for a request; null for nothing. It runs on the server's threads.</param>
    /// <returns>The fault as it waits: tells how often it has applied, and can be taken back.</returns>
    public ActiveFault Add(Fault fault, int times = 1, string? rpc = null, Func<RecordedRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var active = new ActiveFault(this, fault, times, rpc, when);
        lock (_gate)
            _faults.Add(active);
        return active;
    }

    /// <summary>Takes back all faults that are left.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    internal void Remove(ActiveFault fault)
    {
        lock (_gate)
            _faults.Remove(fault);
    }

    /// <summary>The fault for a request, counted; null when none is left that matches.</summary>
    internal Fault? Take(string? rpc, RecordedRequest request)
    {
        lock (_gate)
        {
            var active = _faults.FirstOrDefault(f => f.Matches(rpc, request));
            if (active is not null && active.CountDown() == 0)
                _faults.Remove(active);
            return active?.Fault;
        }
    }
}

/// <summary>A fault that waits for requests.</summary>
public sealed class ActiveFault
{
    private readonly FaultList _list;
    private readonly string? _rpc;
    private readonly Func<RecordedRequest, bool>? _when;
    private readonly int _times;
    private int _applied;

    internal ActiveFault(FaultList list, Fault fault, int times, string? rpc, Func<RecordedRequest, bool>? when)
    {
        (_list, Fault, _times, _rpc, _when) = (list, fault, times, rpc, when);
    }

    /// <summary>What goes wrong.</summary>
    public Fault Fault { get; }

    /// <summary>How many requests it has met so far.</summary>
    public int Applied => Volatile.Read(ref _applied);

    /// <summary>Takes the fault back; what it has done stays done.</summary>
    public void Remove() => _list.Remove(this);

    internal bool Matches(string? rpc, RecordedRequest request) => (_rpc is null || _rpc == rpc) && _when?.Invoke(request) != false;

    internal int CountDown() => _times - Interlocked.Increment(ref _applied);
}
