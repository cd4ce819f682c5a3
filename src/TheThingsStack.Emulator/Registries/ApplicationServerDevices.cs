using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Applications;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>End devices on the Application Server, which asks nothing more of them than their identifiers.</summary>
internal sealed class ApplicationServerDevices(ApiReference reference) : ServerDeviceRegistry(reference, "As", "pkg/applicationserver", t => t.ApplicationServer)
{
    protected override void Check(JsonObject body, JsonObject device, JsonObject? stored)
    {
    }

    protected override void Complete(JsonObject device)
    {
        if (device.At("session.dev_addr") is { } address)
            device.Object("ids")!["dev_addr"] = address.DeepClone();
    }

    protected override void Forget(Call call, JsonObject device) => call.Tenant.Downlinks.Remove(DeviceLookup.Uid(device));
}
