using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;

namespace TheThingsStack.Emulator.Events;

/// <summary>The live events of a tenant.</summary>
internal static class EventStream
{
    public static void AddTo(Handlers handlers) => handlers.AddStream("Events/Stream", StreamAsync);

    /// <summary>Says first that the stream has begun; what happens after that is in it.</summary>
    private static async IAsyncEnumerable<JsonObject> StreamAsync(Call call, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = EventFilter.Read(call.Request);
        if (call.Request["tail"] is not null || call.Request["after"] is not null)
            call.Warn("Events storage is not enabled");
        using var subscription = call.Tenant.Events.Subscribe(filter);
        var identifiers = call.Request["identifiers"]!.DeepClone().AsArray();
        yield return EventPublisher.Create(call, "events.stream.start", identifiers, filter.Names is { } names ? EventData.Strings(names.Order(StringComparer.Ordinal)) : null);
        await foreach (var occurrence in subscription.ReadAllAsync(cancellation))
            yield return occurrence.DeepClone().AsObject();
    }
}
