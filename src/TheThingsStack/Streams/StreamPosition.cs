namespace TheThingsStack;

/// <summary>Where the next connection of a <see cref="ReconnectingStream"/> begins.</summary>
internal sealed class StreamPosition(TimeSpan overlap)
{
    private static readonly Duration s_least = new(0, 1);

    private Timestamp? _last;
    private bool _isFirst;

    /// <summary>Begins a connection; says after which time, or nothing for the first.</summary>
    /// <param name="isShort">Whether it repeats as little as it can: what has the very time of the last item.</param>
    public Timestamp? Connect(bool isShort)
    {
        _isFirst = _last is not null;
        if (_last is not { } last || overlap == TimeSpan.Zero)
            return _last;
        Duration back = isShort ? s_least : overlap;
        return last - Timestamp.MinValue > back ? last - back : Timestamp.MinValue;
    }

    /// <summary>An item has arrived.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="isNote">Whether it is where a later connection has its note about itself.</param>
    public void Pass(Timestamp? time, out bool isNote)
    {
        (isNote, _isFirst) = (_isFirst, false);
        if (!isNote && time is not null)
            _last = time;
    }
}
