using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Gateways;

/// <summary>Which gateways are connected: those that have passed on a simulated uplink.</summary>
internal sealed class GatewayConnections
{
    private readonly Dictionary<string, JsonObject> _stats = new(StringComparer.Ordinal);

    public JsonObject? Find(string gatewayId) => _stats.GetValueOrDefault(gatewayId);

    /// <summary>Notes the gateways that an uplink says it was heard by.</summary>
    public void Hear(JsonObject message, string now)
    {
        foreach (var reception in message.At("uplink_message.rx_metadata") as JsonArray ?? [])
        {
            if (reception!.AsObject().Text("gateway_ids.gateway_id") is { Length: > 0 } id)
                Count(id, now);
        }
    }

    private void Count(string gatewayId, string now)
    {
        if (!_stats.TryGetValue(gatewayId, out var stats))
            _stats[gatewayId] = stats = new JsonObject { ["connected_at"] = now, ["protocol"] = "simulated" };
        stats["last_uplink_received_at"] = now;
        var count = long.TryParse(stats.Text("uplink_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : 0;
        stats["uplink_count"] = (count + 1).ToString(CultureInfo.InvariantCulture);
    }
}
