using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Gateways: an EUI belongs to one of them, and their secrets take rights of their own.</summary>
internal sealed class GatewayRegistry(ApiReference reference)
    : EntityRegistry(reference, EntityKind.Gateway, "name", "description", "frequency_plan_id", "frequency_plan_ids", "status_public", "gateway_server_address", "location_public", "antennas", "lrfhss.supported")
{
    private static readonly ApiError EuiTaken = new(RpcCode.AlreadyExists, "pkg/identityserver", "gateway_eui_taken", "EUI `{gateway_eui}` belongs to gateway `{gateway_id}`");
    private static readonly string[] Secrets = ["lbs_lns_secret", "claim_authentication_code", "target_cups_key"];

    protected override void CheckPaths(Call call, EntityId entity)
    {
        if (call.Paths.Any(p => Secrets.Contains(p.Split('.')[0])))
            call.Require(entity, call.Rpc.Mask!.Writes ? "RIGHT_GATEWAY_WRITE_SECRETS" : "RIGHT_GATEWAY_READ_SECRETS");
    }

    protected override void Complete(Call call, JsonObject entity, JsonObject? stored)
    {
        var eui = entity.Text("ids.eui");
        var id = entity.Text("ids.gateway_id");
        if (eui.Length > 0 && Store(call).All().FirstOrDefault(g => g.Text("ids.eui") == eui && g.Text("ids.gateway_id") != id) is { } other)
            throw EuiTaken.With("gateway_eui", eui).With("gateway_id", other.Text("ids.gateway_id")).Raise();
        CompletePlans(call, entity, stored);
    }

    /// <summary>The single frequency plan of older versions is the first of the list.</summary>
    private static void CompletePlans(Call call, JsonObject entity, JsonObject? stored)
    {
        var single = entity.Text("frequency_plan_id");
        var isSet = stored is null ? entity["frequency_plan_ids"] is null : call.Paths.Contains("frequency_plan_id") && !call.Paths.Contains("frequency_plan_ids");
        if (isSet && single.Length > 0)
            entity["frequency_plan_ids"] = new JsonArray(single);
        else if (isSet)
            entity.Remove("frequency_plan_ids");
        entity.Remove("frequency_plan_id");
        if (entity.Texts("frequency_plan_ids") is [var first, ..])
            entity["frequency_plan_id"] = first;
    }

    /// <summary>Where a gateway is, and which server it is on, is public only if its owner says so.</summary>
    protected override JsonObject PublicPart(JsonObject entity)
    {
        var part = base.PublicPart(entity);
        if (!part.Flag("status_public"))
            part.Remove("gateway_server_address");
        foreach (var antenna in part.Flag("location_public") ? [] : part["antennas"] as JsonArray ?? [])
            antenna!.AsObject().Remove("location");
        return part;
    }

    /// <summary>Secrets that the caller may not read are left out of lists.</summary>
    protected override JsonObject Visible(Call call, EntityId id, JsonObject entity)
    {
        if (call.Caller.RightsOn(id).Contains("RIGHT_GATEWAY_READ_SECRETS"))
            return entity;
        var part = entity.Copy();
        foreach (var secret in Secrets)
            part.Remove(secret);
        return part;
    }
}
