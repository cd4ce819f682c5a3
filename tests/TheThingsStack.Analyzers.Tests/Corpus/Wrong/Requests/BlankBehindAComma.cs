class Devices(HttpClient http)
{
    public Task<string> Get(string id) =>
        http.GetStringAsync($"https://stack.acme.example/api/v3/applications/soil/devices/{id}?field_mask=name,{|TTS2001: description|}");
}
