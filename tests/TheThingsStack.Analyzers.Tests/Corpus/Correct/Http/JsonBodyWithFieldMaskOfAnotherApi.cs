using System.Text;

class Settings(HttpClient client)
{
    public async Task Save(string theme)
    {
        var json = $$"""{ "settings": { "theme": "{{theme}}" }, "field_mask": { "paths": ["theme", "fontSize"] } }""";
        using var answer = await client.PutAsync("https://settings.acme.com/v1/me", new StringContent(json, Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
    }
}
