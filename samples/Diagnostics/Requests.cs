using TheThingsStack.V3;

namespace Diagnostics;

/// <summary>Requests that are written by hand.</summary>
internal static class Requests
{
    public static async Task<string> WithoutUserAgent(string device)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync($"https://stack.example.com/api/v3/applications/app1/devices/{device}?field_mask=name"); // TTS1002
    }

    public static async Task<HttpResponseMessage> MaskAsOneText(HttpClient client, string device)
    {
        var body = """{ "end_device": { "name": "Greenhouse" }, "field_mask": "name" }"""; // TTS2002
        return await client.PutAsync($"https://stack.example.com/api/v3/applications/app1/devices/{device}", new StringContent(body));
    }

    public static async Task<string> CouldBeTyped(HttpClient client, TheThingsStackClient stack, string device) =>
        await client.GetStringAsync($"https://stack.example.com/api/v3/applications/app1/devices/{device}?field_mask=name"); // TTS2302
}
