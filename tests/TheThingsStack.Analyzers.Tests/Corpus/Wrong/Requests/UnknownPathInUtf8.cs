class Applications(HttpClient http)
{
    public Task Describe(string id) => http.PutAsync(
        $"https://thethings.acme.example/api/v3/applications/{id}",
        new ByteArrayContent("""{"application":{"name":"n"},"field_mask":{"paths":["{|TTS2001:nme|}"]}}"""u8.ToArray()));
}
