sealed class Devices
{
    private readonly HttpClient _http = new();

    public async Task<string> Get(string id)
    {
        using var request = Make(HttpMethod.Get, $"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
        using var response = await _http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static HttpRequestMessage Make(HttpMethod method, string url)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.UserAgent.ParseAdd("acme/1.0");
        return request;
    }
}
