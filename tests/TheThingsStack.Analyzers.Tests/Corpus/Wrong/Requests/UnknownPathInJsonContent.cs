using System.Net.Http.Json;

class Applications(HttpClient http)
{
    public async Task Describe(string id, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"https://thethings.acme.example/api/v3/applications/{id}")
        {
            Content = JsonContent.Create(new { application = new { name }, field_mask = new { paths = new[] { "{|TTS2001:application|}.name" } } }),
        };
        await http.SendAsync(request);
    }
}
