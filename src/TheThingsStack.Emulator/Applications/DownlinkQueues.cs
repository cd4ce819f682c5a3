using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Applications;

/// <summary>The messages that wait to be sent to the devices of a tenant.</summary>
internal sealed class DownlinkQueues
{
    private readonly Dictionary<string, Queue> _queues = new(StringComparer.Ordinal);

    public Queue Of(string deviceUid)
    {
        if (!_queues.TryGetValue(deviceUid, out var queue))
            _queues[deviceUid] = queue = new Queue();
        return queue;
    }

    public void Remove(string deviceUid) => _queues.Remove(deviceUid);

    /// <summary>The messages for one device, and how many were ever queued: frames are numbered.</summary>
    internal sealed class Queue
    {
        public List<JsonObject> Messages { get; } = [];

        public long LastFrame { get; set; }
    }
}
