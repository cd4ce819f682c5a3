using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Masks;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Gateways;

/// <summary>What the Gateway Server tells of connections.</summary>
internal sealed class GatewayStats(ApiReference reference)
{
    private static readonly ApiError NotConnected = new(RpcCode.NotFound, "pkg/gatewayserver", "not_connected", "gateway `{gateway_uid}` is not connected");

    private readonly MessageType _type = reference.Messages["GatewayConnectionStats"];

    public void AddTo(Handlers handlers)
    {
        handlers.Add("Gs/GetGatewayConnectionStats", Get);
        handlers.Add("Gs/BatchGetGatewayConnectionStats", BatchGet);
    }

    private static JsonObject Get(Call call)
    {
        var id = call.Request.Text("gateway_id");
        call.Tenant.Entities(EntityKind.Gateway).Get(id);
        return call.Tenant.GatewayConnections.Find(id)?.Copy() ?? throw NotConnected.With("gateway_uid", id).Raise();
    }

    /// <summary>Gateways that are not connected are passed over; without a mask all is told.</summary>
    private JsonObject BatchGet(Call call)
    {
        var entries = new JsonObject();
        foreach (var ids in call.Request["gateway_ids"] as JsonArray ?? [])
        {
            var id = ids!.AsObject().Text("gateway_id");
            call.Require(new EntityId(EntityKind.Gateway, id), "RIGHT_GATEWAY_STATUS_READ");
            if (call.Tenant.GatewayConnections.Find(id) is { } stats)
                entries[id] = call.Paths.Count == 0 ? stats.Copy() : FieldCopier.Select(_type, stats, call.Paths);
        }

        return entries.Count == 0 ? [] : new JsonObject { ["entries"] = entries };
    }
}
