namespace TheThingsStack.Http;

/// <summary>
/// How fast a limit refills. The server tells it only indirectly: how many calls are used up, and in how many seconds all are back, where
/// fractions are cut off both times. So each answer bounds the rate from both sides, and the bounds of all answers together close in on it.
/// </summary>
internal sealed class RefillRate
{
    private const double Slowest = 1;
    private const double Fastest = 1000;

    private long _limit;
    private double _low;
    private double _high = double.PositiveInfinity;
    private double _guess = Slowest;

    /// <summary>Calls per second, rather too few than too many.</summary>
    public double PerSecond => _low > 0 ? _low : _guess;

    /// <summary>The same, if the answers told it.</summary>
    public double? Known => _low > 0 ? _low : null;

    /// <summary>Learns from what an answer says.</summary>
    public void Learn(long limit, long available, TimeSpan reset)
    {
        if (limit != _limit)
            Forget(limit);
        var used = limit - available;
        if (used <= 0)
            return;
        // One less: the last of those used up may be almost back. The only one is not, it is this call.
        var low = Math.Max(1, used - 1) / (reset.TotalSeconds + 1);
        var high = reset > TimeSpan.Zero ? used / reset.TotalSeconds : double.PositiveInfinity;
        if (low > _high || high < _low)
            Forget(limit);
        _low = Math.Max(_low, low);
        _high = Math.Min(_high, high);
    }

    /// <summary>A call went through without a word about limits.</summary>
    public void TryFaster() => _guess = Math.Min(Fastest, _guess * 2);

    /// <summary>A call was refused without a word about limits.</summary>
    public void TrySlower() => _guess = Math.Max(Slowest, _guess / 4);

    private void Forget(long limit) => (_limit, _low, _high) = (limit, 0, double.PositiveInfinity);
}
