using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Organizations, which only users can own.</summary>
internal sealed class OrganizationRegistry(ApiReference reference) : EntityRegistry(reference, EntityKind.Organization, "name")
{
    public static readonly ApiError Nested = new(RpcCode.InvalidArgument, "pkg/identityserver", "nested_organizations", "an organization cannot be a member of another");

    protected override EntityId? Owner(Call call) =>
        call.Request.Object("collaborator.organization_ids") is null ? base.Owner(call) : throw Nested.Raise();
}
