class Applications(HttpClient http)
{
    public Task Describe(string id, string text) => http.PutAsync(
        $"https://thethings.acme.example/api/v3/applications/{id}",
        new StringContent($$"""{ "application": { "description": "{{text}}" }, "field_mask": { "paths": ["{|TTS2001:descripton|}"] } }"""));
}
