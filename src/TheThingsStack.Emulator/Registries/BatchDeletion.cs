using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Several devices of one application at once; identifiers that do not exist are passed over.</summary>
internal static class BatchDeletion
{
    /// <returns>The devices that were there.</returns>
    public static IReadOnlyList<JsonObject> Delete(Call call, DeviceStore store, string eventName)
    {
        var applicationId = call.Request.Text("application_ids.application_id");
        var devices = Named(call, store.In(applicationId)).ToArray();
        foreach (var device in devices)
            store.Remove(applicationId, device.Text("ids.device_id"));
        if (devices.Length > 0)
        {
            var ids = new JsonArray([.. devices.Select(d => d["ids"]!.DeepClone())]);
            call.Publish(eventName, Identifiers.OfApplication(applicationId), EventData.Message("EndDeviceIdentifiersList", new JsonObject { ["end_device_ids"] = ids }));
        }

        return devices;
    }

    /// <summary>Those of the devices that the request names.</summary>
    public static IEnumerable<JsonObject> Named(Call call, IEnumerable<JsonObject> devices)
    {
        var names = call.Request["device_ids"]!.AsArray().Select(i => i!.ToString()).ToHashSet(StringComparer.Ordinal);
        return devices.Where(d => names.Contains(d.Text("ids.device_id")));
    }
}
