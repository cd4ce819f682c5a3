sealed class Devices
{
    private readonly HttpClient _http = new();

    public HttpClient Client => _http;

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}
