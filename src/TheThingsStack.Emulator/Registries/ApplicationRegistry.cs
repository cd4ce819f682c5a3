using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Applications: nothing of them is public, and they go only when their devices are gone.</summary>
internal sealed class ApplicationRegistry(ApiReference reference) : EntityRegistry(reference, EntityKind.Application)
{
    private static readonly ApiError HasDevices = new(RpcCode.FailedPrecondition, "pkg/identityserver", "application_has_devices", "the application still has `{count}` devices");

    protected override void CheckUnused(Call call, string id)
    {
        if (call.Tenant.IdentityServer.In(id).Count is > 0 and var count)
            throw HasDevices.With("count", count).Raise();
    }

    protected override void Forget(Call call, string id)
    {
        call.Tenant.Links.Remove(id);
        call.Tenant.Integrations.RemoveAll(id);
    }
}
