using System.Text.Json.Nodes;
using System.Threading.Channels;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Events;

/// <summary>Hands the events of a tenant to those who listen, and keeps the latest for those who come later.</summary>
/// <param name="isStore">Whether events are kept.</param>
internal sealed class EventHub(bool isStore)
{
    private const int StoreCapacity = 10_000;

    private readonly object _gate = new();
    private readonly List<EventSubscription> _subscriptions = [];
    private readonly Queue<JsonObject> _store = new();

    public bool IsStore => isStore;

    /// <summary>Listens from now on; what was stored and is asked for comes first, nothing is missed or doubled in between.</summary>
    /// <param name="filter">What to listen to.</param>
    /// <param name="after">Events after this time are wanted, to the millisecond; null for none from before.</param>
    /// <param name="tail">How many of the latest events of each entity are wanted at most; 0 for no limit.</param>
    /// <param name="isVisible">Which of the events from before the listener may see.</param>
    public EventSubscription Subscribe(EventFilter filter, DateTimeOffset? after, int tail, Func<JsonObject, bool> isVisible)
    {
        lock (_gate)
        {
            var history = after is null && tail == 0 ? [] : History(filter, after, tail).Where(isVisible).ToArray();
            var subscription = new EventSubscription(filter, history, Unsubscribe);
            _subscriptions.Add(subscription);
            return subscription;
        }
    }

    public void Publish(JsonObject occurrence)
    {
        lock (_gate)
        {
            if (isStore)
            {
                _store.Enqueue(occurrence);
                if (_store.Count > StoreCapacity)
                    _store.Dequeue();
            }

            foreach (var subscription in _subscriptions)
                subscription.Offer(occurrence);
        }
    }

    /// <summary>The stored events that share a correlation identifier.</summary>
    public IReadOnlyList<JsonObject> Related(string correlationId)
    {
        lock (_gate)
            return [.. _store.Where(o => o.Texts("correlation_ids").Contains(correlationId))];
    }

    /// <summary>Of each entity the latest events are taken first; names and times choose among those, as in the server's store.</summary>
    private IEnumerable<JsonObject> History(EventFilter filter, DateTimeOffset? after, int tail)
    {
        IEnumerable<JsonObject> stored = _store;
        if (tail > 0)
        {
            var chosen = filter.Entities.SelectMany(e => _store.Where(o => EventFilter.IsAbout(o, e)).TakeLast(tail)).ToHashSet();
            stored = stored.Where(chosen.Contains);
        }

        return stored.Where(filter.Matches).Where(o => after is null || Milliseconds(o) > after.Value.ToUnixTimeMilliseconds());
    }

    private static long Milliseconds(JsonObject occurrence) => ProtoTime.Parse(occurrence.Text("time")).ToUnixTimeMilliseconds();

    private void Unsubscribe(EventSubscription subscription)
    {
        lock (_gate)
            _subscriptions.Remove(subscription);
    }
}

/// <summary>The events that one listener waits for. One that does not keep up loses the oldest.</summary>
internal sealed class EventSubscription(EventFilter filter, IReadOnlyList<JsonObject> history, Action<EventSubscription> unsubscribe) : IDisposable
{
    private const int Capacity = 4096;

    private readonly Channel<JsonObject> _waiting = Channel.CreateBounded<JsonObject>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>What was stored before the listener came.</summary>
    public IReadOnlyList<JsonObject> History => history;

    public void Offer(JsonObject occurrence)
    {
        if (filter.Matches(occurrence))
            _waiting.Writer.TryWrite(occurrence);
    }

    public IAsyncEnumerable<JsonObject> ReadAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);

    public void Dispose() => unsubscribe(this);
}
