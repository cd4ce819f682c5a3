using System.Text;

class Registration(HttpClient http, string host)
{
    public async Task Register(string application, string device, string devEui, string joinEui)
    {
        var address = $"https://{host}/api/v3";
        await Send(HttpMethod.Post, $"{address}/applications/{application}/devices", $$"""
            { "end_device": { "ids": { "device_id": "{{device}}", "dev_eui": "{{devEui}}", "join_eui": "{{joinEui}}" }, "join_server_address": "{{host}}" } }
            """);
        await http.PutAsync($"{address}/ns/applications/{application}/devices/{device}", new StringContent($$"""
            {
              "end_device": { "supports_join": true, "lorawan_version": "1.0.2", "ids": { "device_id": "{{device}}", "dev_eui": "{{devEui}}", "join_eui": "{{joinEui}}" } },
              "field_mask": { "paths": ["supports_join", "lorawan_version", "ids.device_id", "ids.dev_eui", "ids.join_eui"] }
            }
            """, Encoding.UTF8, "application/json"));
    }

    private async Task Send(HttpMethod method, string url, string body)
    {
        using var request = new HttpRequestMessage(method, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
