sealed class Devices
{
    private readonly HttpClient _http = new();

    public Devices(IDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
            _http.DefaultRequestHeaders.Add(name, value);
    }

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}
