using System.Net.Http.Headers;

sealed partial class Devices
{
    private readonly HttpClient _http = new();

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}

sealed partial class Devices
{
    public Devices(string version) => _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("acme", version));
}
