sealed class Devices
{
    private readonly HttpClient _http = new();

    public async Task<string> Get(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
        Sign(request);
        using var response = await _http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static void Sign(HttpRequestMessage request) => request.Headers.UserAgent.ParseAdd("acme/1.0");
}
