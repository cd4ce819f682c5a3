using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;

namespace TheThingsStack.Emulator.Registries;

/// <summary>End devices on the Application Server, which asks nothing more of them than their identifiers.</summary>
internal sealed class ApplicationServerDevices(ApiReference reference) : ServerDeviceRegistry(reference, "As", "pkg/applicationserver", t => t.ApplicationServer)
{
    protected override void Check(JsonObject body, JsonObject device, JsonObject? stored)
    {
    }
}
