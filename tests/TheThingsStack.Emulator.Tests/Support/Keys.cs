using System.Text.Json.Nodes;

namespace TheThingsStack.Emulator.Tests.Support;

/// <summary>API keys for tests, and clients that hold them.</summary>
internal static class Keys
{
    /// <summary>Creates a key of an entity and answers it as the server does, with its secret.</summary>
    public static async Task<JsonObject> Create(ApiClient api, string entity, params string[] rights)
    {
        var body = new JsonObject { ["name"] = "test", ["rights"] = new JsonArray([.. rights.Select(r => JsonValue.Create(r))]) };
        var answer = await api.Post($"/api/v3/{entity}/api-keys", body.ToJsonString());
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>A client that holds a new key of an entity.</summary>
    public static async Task<ApiClient> Client(TheThingsStackEmulator emulator, ApiClient api, string entity, params string[] rights) =>
        new(emulator) { Authorization = $"Bearer {(await Create(api, entity, rights))["key"]}" };
}
