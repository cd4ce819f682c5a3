using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Events;

/// <summary>The events of a tenant: stored ones and those that happen while somebody listens.</summary>
internal static class EventStream
{
    private static readonly ApiError StorageDisabled = new(RpcCode.FailedPrecondition, "pkg/events/grpc", "storage_disabled", "events are not stored");

    /// <summary>What of an event may be seen by those who lack the right to see all of it.</summary>
    private static readonly string[] PublicFields = ["name", "time", "identifiers", "origin", "visibility", "unique_id"];

    public static void AddTo(Handlers handlers)
    {
        handlers.AddStream("Events/Stream", StreamAsync);
        handlers.Add("Events/FindRelated", FindRelated);
    }

    /// <summary>Says first that the stream has begun; what was stored and asked for comes next, then what happens.</summary>
    private static async IAsyncEnumerable<JsonObject> StreamAsync(Call call, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = EventFilter.Read(call.Request);
        using var subscription = Open(call, filter);
        var identifiers = call.Request["identifiers"]!.DeepClone().AsArray();
        yield return EventPublisher.Create(call, "events.stream.start", identifiers, filter.Names is { } names ? EventData.Strings(names.Order(StringComparer.Ordinal)) : null);
        foreach (var occurrence in subscription.History)
            yield return occurrence.Copy();
        await foreach (var occurrence in subscription.ReadAllAsync(cancellation))
        {
            if (IsStillVisible(call, occurrence))
                yield return occurrence.Copy();
        }
    }

    private static EventSubscription Open(Call call, EventFilter filter)
    {
        lock (call.Tenant.Gate)
        {
            RequireAny(call);
            var (after, tail) = Past(call);
            return call.Tenant.Events.Subscribe(filter, after, tail, occurrence => IsVisible(call.Caller, occurrence));
        }
    }

    /// <summary>Where in the past the listener wants to begin; it is told when nothing of the past is there.</summary>
    private static (DateTimeOffset? After, int Tail) Past(Call call)
    {
        var after = call.Request.Text("after");
        var tail = call.Request.Text("tail") is { Length: > 0 } text ? (int)Math.Min(long.Parse(text, CultureInfo.InvariantCulture), int.MaxValue) : 0;
        if (!call.Tenant.Events.IsStore && (after.Length > 0 || tail > 0))
            call.Warn("Events storage is not enabled");
        return (after.Length > 0 ? ProtoTime.Parse(after) : null, tail);
    }

    /// <summary>Looks again at what the listener may see: keys are revoked and rights taken away while it listens. Without any the stream ends.</summary>
    private static bool IsStillVisible(Call call, JsonObject occurrence)
    {
        lock (call.Tenant.Gate)
        {
            call.Authenticate();
            RequireAny(call);
            return IsVisible(call.Caller, occurrence);
        }
    }

    private static void RequireAny(Call call)
    {
        foreach (var identifiers in call.Request["identifiers"]!.AsArray())
        {
            if (Holder(identifiers!.AsObject()) is { } entity)
                call.Require(entity);
        }
    }

    private static bool IsVisible(Caller caller, JsonObject occurrence)
    {
        var visible = occurrence.Texts("visibility.rights").Concat(EntityKind.All.Select(k => k.Right("ALL"))).ToArray();
        return occurrence["identifiers"]!.AsArray()
            .Select(i => Holder(i!.AsObject()))
            .Any(e => e is { } entity && caller.RightsOn(entity).Overlaps(visible));
    }

    /// <summary>The entity that rights for events are held on: for a device its application.</summary>
    private static EntityId? Holder(JsonObject identifiers) => identifiers.Object("device_ids") is { } device
        ? EntityId.Application(device.Text("application_ids.application_id"))
        : EntityId.Of(identifiers);

    private static JsonObject FindRelated(Call call)
    {
        if (!call.Tenant.Events.IsStore)
            throw StorageDisabled.Raise();
        var found = call.Tenant.Events.Related(call.Request.Text("correlation_id"))
            .Select(o => IsVisible(call.Caller, o) ? o.Copy() : new JsonObject(PublicFields.Where(o.ContainsKey).Select(f => KeyValuePair.Create(f, o[f]?.DeepClone()))))
            .ToArray<JsonNode>();
        return found.Length == 0 ? [] : new JsonObject { ["events"] = new JsonArray(found) };
    }
}
