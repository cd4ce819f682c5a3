using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Hosting;

/// <summary>Answers a call with one message.</summary>
internal delegate JsonObject Handler(Call call);

/// <summary>Answers a call with messages until it is cancelled.</summary>
internal delegate IAsyncEnumerable<JsonObject> StreamHandler(Call call, CancellationToken cancellation);

/// <summary>The RPCs that the emulator implements. A group of them adds itself here; all others answer that they are not implemented.</summary>
internal sealed class Handlers
{
    private readonly Dictionary<string, Handler> _handlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StreamHandler> _streams = new(StringComparer.Ordinal);

    public void Add(string rpc, Handler handler) => _handlers.Add(rpc, handler);

    public void AddStream(string rpc, StreamHandler handler) => _streams.Add(rpc, handler);

    /// <summary>The RPCs that are implemented.</summary>
    public IEnumerable<string> Rpcs => _handlers.Keys.Concat(_streams.Keys);

    public Handler? Find(string rpc) => _handlers.GetValueOrDefault(rpc);

    public StreamHandler? FindStream(string rpc) => _streams.GetValueOrDefault(rpc);
}
