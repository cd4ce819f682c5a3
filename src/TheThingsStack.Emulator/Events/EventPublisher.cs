using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Events;

/// <summary>Makes events of what calls do.</summary>
internal static class EventPublisher
{
    private const string Origin = "emulator";

    public static void Publish(this Call call, string name, JsonObject identifiers, JsonObject? data = null) =>
        call.Tenant.Events.Publish(Create(call, name, new JsonArray(identifiers), data));

    public static void Publish(this Call call, string name, EntityId entity, JsonObject? data = null) => call.Publish(name, entity.ToIdentifiers(), data);

    /// <summary>Publishes an event about an entity and one of its collaborators.</summary>
    public static void Publish(this Call call, string name, EntityId entity, EntityId collaborator, JsonObject? data) =>
        call.Tenant.Events.Publish(Create(call, name, new JsonArray(entity.ToIdentifiers(), collaborator.ToIdentifiers()), data));

    public static JsonObject Create(Call call, string name, JsonArray identifiers, JsonObject? data)
    {
        var now = call.Clock.GetUtcNow();
        var occurrence = new JsonObject { ["name"] = name, ["time"] = ProtoTime.Format(now), ["identifiers"] = identifiers };
        if (data is not null)
            occurrence["data"] = data;
        occurrence["correlation_ids"] = new JsonArray(call.CorrelationId);
        occurrence["origin"] = Origin;
        if (EventNames.Visibility(name) is { } rights)
            occurrence["visibility"] = new JsonObject { ["rights"] = Json.Strings(rights) };
        if (call.Caller.Key is { } key)
            occurrence["authentication"] = new JsonObject { ["type"] = "Bearer", ["token_type"] = "APIKey", ["token_id"] = key.Id };
        if (call.RemoteIp.Length > 0)
            occurrence["remote_ip"] = call.RemoteIp;
        if (call.UserAgent.Length > 0)
            occurrence["user_agent"] = call.UserAgent;
        occurrence["unique_id"] = call.Ids.Ulid(now);
        return occurrence;
    }
}

/// <summary>What an event carries, marked with its type.</summary>
internal static class EventData
{
    /// <summary>A list of texts, such as the paths of a mask; nothing for an empty one.</summary>
    public static JsonObject? Strings(IEnumerable<string> texts)
    {
        var values = texts.Select(t => (JsonNode)t).ToArray();
        return values.Length == 0 ? null : new JsonObject { ["@type"] = "type.googleapis.com/google.protobuf.Value", ["value"] = new JsonArray(values) };
    }

    public static JsonObject Message(string type, JsonObject message)
    {
        var data = new JsonObject { ["@type"] = $"type.googleapis.com/ttn.lorawan.v3.{type}" };
        foreach (var (name, value) in message)
            data[name] = value?.DeepClone();
        return data;
    }
}
