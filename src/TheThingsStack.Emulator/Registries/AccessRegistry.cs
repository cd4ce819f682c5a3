using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Hosting;

namespace TheThingsStack.Emulator.Registries;

/// <summary>What a caller can learn about itself.</summary>
internal static class AccessRegistry
{
    public static void AddTo(Handlers handlers) => handlers.Add("EntityAccess/AuthInfo", AuthInfo);

    private static JsonObject AuthInfo(Call call) => call.Caller.Key is not { } key ? [] : new JsonObject
    {
        ["api_key"] = new JsonObject { ["api_key"] = Describe(key), ["entity_ids"] = new JsonObject { ["user_ids"] = new JsonObject { ["user_id"] = key.UserId } } },
        ["universal_rights"] = new JsonObject { ["rights"] = RightsOf(key) },
        ["is_admin"] = true,
    };

    /// <summary>The key without its secret.</summary>
    private static JsonObject Describe(ApiKey key) => new()
    {
        ["id"] = key.Token.Id,
        ["name"] = key.Name,
        ["rights"] = RightsOf(key),
        ["created_at"] = key.CreatedAt,
        ["updated_at"] = key.CreatedAt,
    };

    private static JsonArray RightsOf(ApiKey key) => new([.. key.Rights.Select(r => JsonValue.Create(r))]);
}
