class Devices
{
    private readonly HttpClient _http = new();

    public Devices() => _http.DefaultRequestHeaders.UserAgent.ParseAdd({|TTS1003:"acme-soil-monitor"|});

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}
