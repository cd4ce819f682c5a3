abstract class Api
{
    protected readonly HttpClient Http = new();
}

sealed class Devices : Api
{
    public Task<string> Get(string id) => Http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}
