class Devices(HttpClient http)
{
    public Task<string> Get(string id) =>
        http.GetStringAsync($"https://stack.acme.example/api/v3/ns/applications/soil/devices/{id}?field_mask=mac_settings.rx1_delay,{|TTS2205:mac_settings.rx1_delay.value|}");
}
