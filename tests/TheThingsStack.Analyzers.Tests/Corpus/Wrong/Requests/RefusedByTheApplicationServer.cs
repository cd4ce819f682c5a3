class Devices
{
    private readonly HttpClient _http;

    public Devices(string address)
    {
        _http = new HttpClient { BaseAddress = new Uri(address + "/api/v3/") };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("acme/2.0");
    }

    public Task<string> Get(string id) => _http.GetStringAsync($"as/applications/soil/devices/{id}?field_mask={|TTS2101:root_keys|},formatters");
}
