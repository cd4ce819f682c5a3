sealed class Devices
{
    private HttpClient _http = new();

    public void Use(HttpClient http) => _http = http;

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}
