using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>Finds the devices that the Application Server knows.</summary>
internal static class DeviceLookup
{
    private static readonly ApiError NotFound = new(RpcCode.NotFound, "pkg/applicationserver", "device_not_found", "device `{device_uid}` not found");

    public static JsonObject Get(Call call, JsonObject ids)
    {
        var (applicationId, deviceId) = (ids.Text("application_ids.application_id"), ids.Text("device_id"));
        call.Tenant.Applications.Get(applicationId);
        return call.Tenant.ApplicationServer.Find(applicationId, deviceId) ?? throw NotFound.With("device_uid", $"{applicationId}.{deviceId}").Raise();
    }

    public static string Uid(JsonObject device) => $"{device.Text("ids.application_ids.application_id")}.{device.Text("ids.device_id")}";
}
