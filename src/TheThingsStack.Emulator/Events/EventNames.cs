using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;

namespace TheThingsStack.Emulator.Events;

/// <summary>The names that a listener may ask for: those that the emulator publishes, and those that integrations commonly wait for on a real stack.</summary>
internal static class EventNames
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(
    [
        "events.stream.start", "events.stream.stop",
        "as.up.data.receive", "as.up.data.forward", "as.up.data.drop", "as.up.data.decode.fail", "as.up.join.receive", "as.up.join.forward",
        "as.up.location.receive", "as.up.location.forward", "as.up.service.receive", "as.up.service.forward",
        "as.down.data.receive", "as.down.data.forward", "as.down.data.drop", "as.webhook.fail", "as.webhook.success",
        "ns.up.data.receive", "ns.up.data.process", "ns.up.data.forward", "ns.up.data.drop",
        "ns.up.join.receive", "ns.up.join.process", "ns.up.join.forward", "ns.up.join.drop",
        "ns.down.data.schedule.attempt", "ns.down.data.schedule.success", "ns.down.data.schedule.fail",
        "js.join.accept", "js.join.reject", "js.join.receive",
        "gs.up.receive", "gs.up.forward", "gs.up.drop", "gs.down.send", "gs.status.receive", "gs.gateway.connect", "gs.gateway.disconnect",
        .. from kind in EntityKind.All
           from change in (string[])["create", "update", "delete", "restore", "purge", "api-key.create", "api-key.update", "api-key.delete", "collaborator.update", "collaborator.delete"]
           select $"{kind}.{change}",
        .. from server in (string[])["", "ns.", "as.", "js."]
           from change in (string[])["create", "update", "delete", "batch.delete"]
           select $"{server}end_device.{change}",
    ]);

    /// <summary>The rights of which a listener needs one to see an event; null for events about a stream itself.</summary>
    public static IEnumerable<string>? Visibility(string name)
    {
        if (name.StartsWith("events.", StringComparison.Ordinal))
            return null;
        if (EntityKind.All.FirstOrDefault(k => name.StartsWith(k.Name + ".", StringComparison.Ordinal)) is { } kind)
            return OfEntity(kind, name);
        return [name.Contains("end_device.", StringComparison.Ordinal) ? "RIGHT_APPLICATION_DEVICES_READ" : "RIGHT_APPLICATION_TRAFFIC_READ"];
    }

    private static string[] OfEntity(EntityKind kind, string name)
    {
        if (name.Contains(".api-key.", StringComparison.Ordinal))
            return [kind.Right("SETTINGS_API_KEYS")];
        if (name.Contains(".collaborator.", StringComparison.Ordinal))
            return [kind.Right(RequiredRights.Collaborators(kind)), $"RIGHT_USER_{kind.ListField.ToUpperInvariant()}_LIST"];
        return [kind.Right("INFO")];
    }
}
