class Devices(HttpClient http)
{
    public Task<string> Get(string id) =>
        http.GetStringAsync($"https://stack.acme.example/api/v3/applications/soil/devices/{id}?field_mask=name,{|TTS2101:root_keys.app_key.key|},{|TTS2101:mac_settings|}");
}
