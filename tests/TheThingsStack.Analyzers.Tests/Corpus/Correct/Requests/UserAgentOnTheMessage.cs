sealed class Devices
{
    private readonly HttpClient _http = new();

    public async Task<HttpResponseMessage> Get(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"https://thethings.example.com/api/v3/applications/soil/devices/{id}")
        {
            Headers = { { "User-Agent", "acme/1.4" }, { "Accept", "application/json" } },
        };
        return await _http.SendAsync(request);
    }
}
