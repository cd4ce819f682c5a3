class Devices(HttpClient http, string address)
{
    public Task<string> Get(string server, string device, string path) =>
        http.GetStringAsync($"{address}/api/v3/{server}/applications/soil/devices/{device}?field_mask={path},session");
}
