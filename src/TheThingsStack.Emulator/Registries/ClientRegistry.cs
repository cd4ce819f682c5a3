using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>OAuth clients. The emulator registers them, and knows no OAuth.</summary>
internal sealed class ClientRegistry(ApiReference reference)
    : EntityRegistry(reference, EntityKind.Client, "name", "description", "redirect_uris", "logout_redirect_uris", "state", "skip_authorization", "endorsed", "grants", "rights")
{
    /// <summary>A new client without a secret gets one, and is approved when nobody else must say so.</summary>
    protected override void Complete(Call call, JsonObject entity, JsonObject? stored)
    {
        if (stored is not null)
            return;
        if (entity.Text("secret").Length == 0)
            entity["secret"] = call.Ids.Base32(52);
        if (!call.Caller.IsAdmin)
            entity["state"] = "STATE_APPROVED";
    }
}
