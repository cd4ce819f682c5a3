class Devices(HttpClient http)
{
    public Task<string> Get(string id) =>
        http.GetStringAsync($"https://stack.acme.example/api/v3/applications/soil/devices/{id}?{|TTS2002:field_mask.paths|}=name,description");
}
