using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TheThingsStack.Emulator.Events;

/// <summary>Hands the events of a tenant to those who listen.</summary>
internal sealed class EventHub
{
    private readonly object _gate = new();
    private readonly List<EventSubscription> _subscriptions = [];

    public EventSubscription Subscribe(EventFilter filter)
    {
        var subscription = new EventSubscription(filter, Unsubscribe);
        lock (_gate)
            _subscriptions.Add(subscription);
        return subscription;
    }

    public void Publish(JsonObject occurrence)
    {
        lock (_gate)
        {
            foreach (var subscription in _subscriptions)
                subscription.Offer(occurrence);
        }
    }

    private void Unsubscribe(EventSubscription subscription)
    {
        lock (_gate)
            _subscriptions.Remove(subscription);
    }
}

/// <summary>The events that one listener waits for. One that does not keep up loses the oldest.</summary>
internal sealed class EventSubscription(EventFilter filter, Action<EventSubscription> unsubscribe) : IDisposable
{
    private const int Capacity = 4096;

    private readonly Channel<JsonObject> _waiting = Channel.CreateBounded<JsonObject>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Offer(JsonObject occurrence)
    {
        if (filter.Matches(occurrence))
            _waiting.Writer.TryWrite(occurrence);
    }

    public IAsyncEnumerable<JsonObject> ReadAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);

    public void Dispose() => unsubscribe(this);
}
