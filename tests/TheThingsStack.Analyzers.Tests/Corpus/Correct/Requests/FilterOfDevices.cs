using System.Net.Http.Json;

class Devices(HttpClient http, string host)
{
    public Task<HttpResponseMessage> List() => http.PostAsJsonAsync(
        $"https://{host}/api/v3/applications/soil/devices/filter",
        new { field_mask = new { paths = new[] { "name", "attributes" } }, limit = 100 });
}
