using System.Net.Http.Headers;

sealed class Devices
{
    private static readonly HttpClient Http = new()
    {
        BaseAddress = new Uri("https://thethings.example.com/api/v3/"),
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("acme", "1.4") } },
    };

    public Task<string> Get(string id) => Http.GetStringAsync($"applications/soil/devices/{id}");
}
