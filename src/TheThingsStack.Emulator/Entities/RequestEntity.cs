using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Entities;

/// <summary>What a request is about. A collaborator in it is not.</summary>
internal static class RequestEntity
{
    private static readonly string[] DevicePaths = ["end_device_ids", "end_device.ids", "ids.end_device_ids", "association.ids.end_device_ids"];

    /// <summary>The identifier of the entity of one kind that a request is about; null when it names none.</summary>
    public static string? IdOf(EntityKind kind, JsonObject request)
    {
        foreach (var path in (string[])[$"{kind.IdsField}.{kind.IdField}", $"{kind}.ids.{kind.IdField}", kind.IdField])
        {
            if (request.Text(path) is { Length: > 0 } id)
                return id;
        }

        return kind == EntityKind.Application ? Search(request, kind.IdField) : null;
    }

    public static EntityId? Find(JsonObject request) =>
        EntityKind.All.Select(k => IdOf(k, request) is { } id ? new EntityId(k, id) : (EntityId?)null).FirstOrDefault(e => e is not null);

    /// <summary>The type and identifier that the server counts a request under; empty when it is about no single entity.</summary>
    public static string Describe(JsonObject request)
    {
        var device = DevicePaths.Select(request.Object).Append(request).FirstOrDefault(d => d.Text("device_id").Length > 0);
        if (device is not null)
            return $"end device:{device.Text("application_ids.application_id")}.{device.Text("device_id")}";
        return Find(request)?.ToString() ?? "";
    }

    private static string? Search(JsonNode? node, string field) => node switch
    {
        JsonObject message when message[field] is JsonValue id => id.ToString(),
        JsonObject message => message.Select(m => Search(m.Value, field)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(i => Search(i, field)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
