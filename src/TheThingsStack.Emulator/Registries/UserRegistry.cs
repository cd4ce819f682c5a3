using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Users. Anybody may register; what makes a user powerful only administrators set.</summary>
internal sealed class UserRegistry(ApiReference reference)
    : EntityRegistry(reference, EntityKind.User, "name", "description", "state", "admin", "profile_picture")
{
    private static readonly ApiError AdminField = new(RpcCode.PermissionDenied, "pkg/identityserver", "user_update_admin_field", "only administrators update field `{field}`");

    private static readonly string[] AdminFields =
    [
        "primary_email_address_validated_at", "require_password_update", "state", "state_description", "admin",
        "temporary_password", "temporary_password_created_at", "temporary_password_expires_at",
    ];

    protected override EntityId? Owner(Call call) => null;

    protected override void Complete(Call call, JsonObject entity, JsonObject? stored)
    {
        if (!call.Caller.IsAdmin && stored is null)
        {
            foreach (var field in AdminFields)
                entity.Remove(field);
            entity["state"] = "STATE_APPROVED";
        }
        else if (!call.Caller.IsAdmin && call.Paths.FirstOrDefault(AdminFields.Contains) is { } field)
        {
            throw AdminField.With("field", field).Raise();
        }

        if (call.Paths.Contains("state") && !call.Paths.Contains("state_description"))
            entity.Remove("state_description");
    }

    /// <summary>Passwords are not given out.</summary>
    protected override JsonObject Present(JsonObject entity)
    {
        var shown = entity.Copy();
        shown.Remove("password");
        shown.Remove("temporary_password");
        return shown;
    }

    protected override JsonObject List(Call call)
    {
        RequireAdmin(call);
        return Page(call, Store(call).All(call.Request.Flag("deleted")));
    }

    protected override JsonObject Search(Call call)
    {
        RequireAdmin(call);
        return base.Search(call);
    }

    private static void RequireAdmin(Call call) => RequireAdmin(call, "pkg/identityserver", "permission_denied", "only administrators may do this");
}
