using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>Queues messages for devices. Only a device with a session can have any: without one there are no keys to send them with.</summary>
internal static class DownlinkRegistry
{
    private static readonly ApiError NoSession = new(RpcCode.FailedPrecondition, "pkg/applicationserver", "no_device_session", "the device has no session; it has not been activated");

    /// <summary>What an application may say of a message; the rest is the server's.</summary>
    private static readonly string[] OwnFields = ["f_port", "frm_payload", "decoded_payload", "class_b_c", "priority", "confirmed", "correlation_ids", "confirmed_retry"];

    public static void AddTo(Handlers handlers)
    {
        handlers.Add("AppAs/DownlinkQueuePush", call => Push(call, Device(call, call.Request.Object("end_device_ids")!)));
        handlers.Add("AppAs/DownlinkQueueReplace", Replace);
        handlers.Add("AppAs/DownlinkQueueList", List);
    }

    private static JsonObject Device(Call call, JsonObject ids)
    {
        var device = DeviceLookup.Get(call, ids);
        return device["session"] is not null || device["pending_session"] is not null ? device : throw NoSession.Raise();
    }

    private static JsonObject Push(Call call, JsonObject device)
    {
        var queue = Queue(call, device);
        foreach (var item in call.Request["downlinks"] as JsonArray ?? [])
        {
            var downlink = Accept(call, device, queue, item!.AsObject());
            queue.Messages.Add(downlink);
            Publish(call, device, downlink);
        }

        return [];
    }

    private static JsonObject Replace(Call call)
    {
        var device = Device(call, call.Request.Object("end_device_ids")!);
        Queue(call, device).Messages.Clear();
        return Push(call, device);
    }

    private static JsonObject List(Call call)
    {
        var messages = Queue(call, DeviceLookup.Get(call, call.Request)).Messages;
        return messages.Count == 0 ? [] : new JsonObject { ["downlinks"] = new JsonArray([.. messages.Select(m => (JsonNode)m.Copy())]) };
    }

    private static JsonObject Accept(Call call, JsonObject device, DownlinkQueues.Queue queue, JsonObject item)
    {
        var session = device.Object("session") ?? device.Object("pending_session");
        var downlink = new JsonObject();
        if (session.At("keys.session_key_id") is { } key)
            downlink["session_key_id"] = key.DeepClone();
        foreach (var field in OwnFields.Where(item.ContainsKey))
            downlink[field] = item[field]?.DeepClone();
        downlink["f_cnt"] = ++queue.LastFrame;
        downlink["correlation_ids"] = Json.Strings(item.Texts("correlation_ids").Append($"as:downlink:{call.Ids.Ulid(call.Clock.GetUtcNow())}").Append(call.CorrelationId));
        return downlink;
    }

    private static DownlinkQueues.Queue Queue(Call call, JsonObject device) => call.Tenant.Downlinks.Of(DeviceLookup.Uid(device));

    private static void Publish(Call call, JsonObject device, JsonObject downlink)
    {
        var data = EventData.Message("ApplicationDownlink", downlink);
        call.Publish("as.down.data.receive", Identifiers.OfDevice(device), data.Copy());
        call.Publish("as.down.data.forward", Identifiers.OfDevice(device), data);
    }
}
