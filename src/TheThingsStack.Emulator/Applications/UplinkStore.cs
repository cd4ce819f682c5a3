using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>What devices of a tenant have sent, in the order of arrival. The oldest are forgotten.</summary>
internal sealed class UplinkStore
{
    private const int Capacity = 10_000;

    private readonly Queue<StoredUplink> _messages = new();
    private long _last;

    public IEnumerable<StoredUplink> All => _messages;

    public void Add(JsonObject message)
    {
        _messages.Enqueue(new StoredUplink(++_last, message));
        if (_messages.Count > Capacity)
            _messages.Dequeue();
    }
}

/// <summary>One message as it was received.</summary>
/// <param name="Number">The number of the message in its tenant, counted from 1.</param>
/// <param name="Message">The message.</param>
internal sealed record StoredUplink(long Number, JsonObject Message)
{
    public string ApplicationId => Message.Text("end_device_ids.application_ids.application_id");

    public string DeviceId => Message.Text("end_device_ids.device_id");

    /// <summary>The time of arrival in a form whose order is that of time.</summary>
    public string ReceivedAt { get; } = ProtoTime.SortKey(Message.Text("received_at"));
}
