using System.Collections.Concurrent;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>The streams that callers are reading.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<CancellationTokenSource, bool> _streams = new();

    public int Count => _streams.Count;

    /// <param name="cut">Is cancelled when the stream is to be cut.</param>
    public void Add(CancellationTokenSource cut) => _streams.TryAdd(cut, true);

    public void Remove(CancellationTokenSource cut) => _streams.TryRemove(cut, out _);

    /// <summary>Has all of them cut, and tells how many there were.</summary>
    public int Cut()
    {
        var cut = 0;
        foreach (var stream in _streams.Keys)
        {
            if (!_streams.TryRemove(stream, out _))
                continue;
            stream.Cancel();
            cut++;
        }

        return cut;
    }
}
