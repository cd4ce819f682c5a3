using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Events;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Applications;

/// <summary>Takes messages as if devices had sent them: they become events, and are stored. Payloads are not decoded.</summary>
internal sealed class UplinkSimulation(ApiReference reference)
{
    /// <summary>What the events of a message are called; those of downlinks go as data.</summary>
    private static readonly Dictionary<string, string> EventKinds = new(StringComparer.Ordinal)
    {
        ["join_accept"] = "join",
        ["location_solved"] = "location",
        ["service_data"] = "service",
    };

    private readonly FieldType[] _kinds = [.. reference.Messages["ApplicationUp"].Members("up")];

    public void AddTo(Handlers handlers) => handlers.Add("AppAs/SimulateUplink", Simulate);

    private JsonObject Simulate(Call call)
    {
        var device = DeviceLookup.Get(call, call.Request.Object("end_device_ids")!);
        var message = call.Request.Copy();
        message["end_device_ids"] = device["ids"]!.DeepClone();
        message["received_at"] = call.Now;
        message["simulated"] = true;
        message["correlation_ids"] = Json.Strings(call.Request.Texts("correlation_ids").Append($"as:up:{call.Ids.Ulid(call.Clock.GetUtcNow())}").Append(call.CorrelationId));
        call.Tenant.GatewayConnections.Hear(message, call.Now);
        Publish(call, device, message);
        call.Tenant.Uplinks.Add(message);
        return [];
    }

    private void Publish(Call call, JsonObject device, JsonObject message)
    {
        var kind = EventKinds.GetValueOrDefault(_kinds.First(k => message[k.Name] is not null).Name, "data");
        var data = EventData.Message("ApplicationUp", message);
        call.Publish($"as.up.{kind}.receive", Identifiers.OfDevice(device), data.Copy());
        call.Publish($"as.up.{kind}.forward", Identifiers.OfDevice(device), data);
    }
}
