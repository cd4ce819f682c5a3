class Devices(HttpClient http, string host)
{
    public async Task Delete(string device)
    {
        foreach (var server in new[] { "as/", "ns/", "js/", "" })
            await http.DeleteAsync($"https://{host}/api/v3/{server}applications/soil/devices/{device}");
    }
}
