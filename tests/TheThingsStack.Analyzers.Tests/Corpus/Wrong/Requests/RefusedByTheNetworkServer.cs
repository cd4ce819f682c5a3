class Devices(HttpClient http)
{
    public async Task<string> Get(string id)
    {
        var url = $"https://stack.acme.example/api/v3/ns/applications/soil/devices/{id}?field_mask=lorawan_version,{|TTS2101:name|}";
        using var response = await http.GetAsync(url);
        return await response.Content.ReadAsStringAsync();
    }
}
