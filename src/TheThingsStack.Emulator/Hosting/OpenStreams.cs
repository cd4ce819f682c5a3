using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>The streams that callers are reading.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<HttpContext, bool> _streams = new();

    public int Count => _streams.Count;

    public void Add(HttpContext http) => _streams.TryAdd(http, true);

    public void Remove(HttpContext http) => _streams.TryRemove(http, out _);

    /// <summary>Cuts the connections of all of them, and tells how many there were.</summary>
    public int Cut()
    {
        var cut = 0;
        foreach (var http in _streams.Keys)
        {
            if (!_streams.TryRemove(http, out _))
                continue;
            http.Abort();
            cut++;
        }

        return cut;
    }
}
