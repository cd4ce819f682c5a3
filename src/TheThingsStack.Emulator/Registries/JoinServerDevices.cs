using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>End devices on the Join Server, which knows them by their EUIs.</summary>
internal sealed class JoinServerDevices(ApiReference reference) : ServerDeviceRegistry(reference, "Js", "pkg/joinserver", t => t.JoinServer)
{
    /// <summary>Both EUIs must be in the body, whether the mask names them or not.</summary>
    protected override void Check(JsonObject body, JsonObject device, JsonObject? stored)
    {
        if (body.At("ids.join_eui") is null)
            throw Invalid("no_join_eui", "no JoinEUI given").Raise();
        if (body.At("ids.dev_eui") is null)
            throw Invalid("no_dev_eui", "no DevEUI given").Raise();
    }
}
