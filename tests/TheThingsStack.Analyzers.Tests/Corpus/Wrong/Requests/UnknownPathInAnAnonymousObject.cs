using System.Net.Http.Json;

class Applications(HttpClient http)
{
    public Task Describe(string id, string name) => http.PutAsJsonAsync(
        $"https://thethings.acme.example/api/v3/applications/{id}",
        new { application = new { name }, field_mask = new { paths = new[] { "name", "{|TTS2001:descr|}" } } });
}
