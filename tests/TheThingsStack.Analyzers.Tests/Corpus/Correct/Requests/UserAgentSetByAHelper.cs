static class Clients
{
    public static HttpClient WithAgent(this HttpClient client)
    {
        client.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.4");
        return client;
    }
}

sealed class Devices
{
    private readonly HttpClient _http = new HttpClient().WithAgent();

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");

    public async Task<string> Once(string id)
    {
        using var http = new HttpClient();
        http.WithAgent();
        return await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
    }
}
