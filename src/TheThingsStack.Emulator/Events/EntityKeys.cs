using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Events;

/// <summary>Identifiers reduced to texts that can be compared.</summary>
internal static class EntityKeys
{
    private static readonly (string Member, string Id)[] Members =
    [
        ("application_ids", "application_id"), ("client_ids", "client_id"), ("gateway_ids", "gateway_id"), ("organization_ids", "organization_id"), ("user_ids", "user_id"),
    ];

    /// <summary>The key of the entity itself; for a device also that of its application, whose listeners hear of its devices.</summary>
    public static IEnumerable<string> Of(JsonObject identifiers)
    {
        if (identifiers.Object("device_ids") is { } device)
        {
            var applicationId = device.Text("application_ids.application_id");
            yield return $"device_id:{applicationId}.{device.Text("device_id")}";
            yield return $"application_id:{applicationId}";
        }

        foreach (var (member, id) in Members)
        {
            if (identifiers.Object(member) is { } entity)
                yield return $"{id}:{entity.Text(id)}";
        }
    }
}
