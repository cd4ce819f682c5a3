sealed class Devices(IHttpClientFactory factory)
{
    public async Task<string> Get(string id)
    {
        using var http = factory.CreateClient("stack");
        return await http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
    }
}
