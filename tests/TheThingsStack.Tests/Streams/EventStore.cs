using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using TheThingsStack.Tests.Http;

namespace TheThingsStack.Tests.Streams;

/// <summary>A server that keeps events and streams them, past ones after a time and then what comes; the connection is cut as a test wants.</summary>
internal sealed class EventStore : IAsyncDisposable
{
    private readonly List<(Timestamp Time, string Line)> _events = [];
    private readonly List<JsonObject> _requests = [];
    private readonly Func<int, int> _eventsBeforeCut;
    private readonly LoopbackServer _server;
    private int _connections;

    /// <param name="eventsBeforeCut">How many events the n-th connection gets; the first is 1.</param>
    public EventStore(Func<int, int> eventsBeforeCut)
    {
        _eventsBeforeCut = eventsBeforeCut;
        _server = new LoopbackServer(ServeAsync);
    }

    public string Address => _server.Address;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<JsonObject> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public void Publish(string id, Timestamp time)
    {
        lock (_events)
            _events.Add((time, Line(id, "up", time)));
    }

    private static string Line(string id, string name, Timestamp time) =>
        $$$"""{"result":{"unique_id":"{{{id}}}","name":"{{{name}}}","time":"{{{time}}}"}}""" + "\n";

    private async Task ServeAsync(ReceivedRequest request, Stream stream, CancellationToken cancellation)
    {
        var connection = Interlocked.Increment(ref _connections);
        var asked = JsonNode.Parse(request.Body)!.AsObject();
        lock (_requests)
            _requests.Add(asked);
        var next = First(asked);
        await stream.WriteAsync(Answer.Head(200, "Transfer-Encoding: chunked"), cancellation);
        // As the real server does: a note about the stream itself comes first.
        await SendAsync(stream, Line("start" + connection.ToString(CultureInfo.InvariantCulture), "events.stream.start", DateTimeOffset.UtcNow), cancellation);
        var left = _eventsBeforeCut(connection);
        for (; left > 0; left--, next++)
            await SendAsync(stream, await EventAsync(next, cancellation), cancellation);
        // Cut within a line, every other time.
        if (connection % 2 == 0)
            await stream.WriteAsync(Answer.Chunk("{\"result\":{\"uni"u8.ToArray()), cancellation);
    }

    private static Task SendAsync(Stream stream, string line, CancellationToken cancellation) =>
        stream.WriteAsync(Answer.Chunk(Encoding.UTF8.GetBytes(line)), cancellation).AsTask();

    private int First(JsonObject asked)
    {
        lock (_events)
        {
            if ((string?)asked["after"] is not { } after)
                return _events.Count - Math.Min(_events.Count, (int?)asked["tail"] ?? 0);
            var time = Timestamp.Parse(after);
            var first = _events.FindIndex(e => e.Time > time);
            return first < 0 ? _events.Count : first;
        }
    }

    private async Task<string> EventAsync(int index, CancellationToken cancellation)
    {
        while (true)
        {
            lock (_events)
                if (index < _events.Count)
                    return _events[index].Line;
            await Task.Delay(2, cancellation);
        }
    }
}
