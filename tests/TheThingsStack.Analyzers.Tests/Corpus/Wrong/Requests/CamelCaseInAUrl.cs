class Devices(HttpClient http)
{
    public Task<string> Get(string id) =>
        http.GetStringAsync($"https://stack.acme.example/api/v3/ns/applications/soil/devices/{id}?field_mask={|TTS2001:frequencyPlanId|},lorawan_version");
}
