class Devices(HttpClient http)
{
    public Task<string> Get(string id) => http.GetStringAsync($"{|TTS1007:http://|}stack.acme.example:1885/api/v3/applications/soil/devices/{id}");
}
