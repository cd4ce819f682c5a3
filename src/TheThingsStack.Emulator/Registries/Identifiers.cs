using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Entities;

namespace TheThingsStack.Emulator.Registries;

/// <summary>Identifiers as events carry them, and the paths that no write can change.</summary>
internal static class Identifiers
{
    public static JsonObject OfApplication(string applicationId) => EntityId.Application(applicationId).ToIdentifiers();

    public static JsonObject OfDevice(JsonObject device) => new() { ["device_ids"] = device["ids"]!.DeepClone() };

    /// <summary>Whether a path belongs to what the server itself decides: identifiers are set at creation, times by the clock.</summary>
    public static bool IsFixed(string path) =>
        path is "ids" or "created_at" or "updated_at" or "deleted_at" || path.StartsWith("ids.", StringComparison.Ordinal);
}
