namespace TheThingsStack.Emulator.Events;

/// <summary>The names that a listener may ask for: those that the emulator publishes, and those that integrations commonly wait for on a real stack.</summary>
internal static class EventNames
{
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        "events.stream.start", "events.stream.stop",
        "application.create", "application.update", "application.delete", "application.restore", "application.purge",
        "end_device.create", "end_device.update", "end_device.delete", "end_device.batch.delete",
        "ns.end_device.create", "ns.end_device.update", "ns.end_device.delete", "ns.end_device.batch.delete",
        "as.end_device.create", "as.end_device.update", "as.end_device.delete", "as.end_device.batch.delete",
        "js.end_device.create", "js.end_device.update", "js.end_device.delete", "js.end_device.batch.delete",
        "gateway.create", "gateway.update", "gateway.delete", "gateway.restore", "gateway.purge",
        "as.up.data.receive", "as.up.data.forward", "as.up.data.drop", "as.up.join.receive", "as.up.join.forward",
        "as.up.location.receive", "as.up.location.forward", "as.up.service.receive", "as.up.service.forward",
        "as.down.data.receive", "as.down.data.forward", "as.down.data.drop", "as.webhook.fail", "as.webhook.success",
        "ns.up.data.receive", "ns.up.data.process", "ns.up.data.forward", "ns.up.data.drop",
        "ns.up.join.receive", "ns.up.join.process", "ns.up.join.forward", "ns.up.join.drop",
        "ns.down.data.schedule.attempt", "ns.down.data.schedule.success", "ns.down.data.schedule.fail",
        "js.join.accept", "js.join.reject", "js.join.receive",
        "gs.up.receive", "gs.up.forward", "gs.up.drop", "gs.down.send", "gs.status.receive", "gs.gateway.connect", "gs.gateway.disconnect",
    };
}
