using System.Net.Http.Json;

class Devices(HttpClient http, string address)
{
    public async Task<bool> Rename(string application, string device, string name)
    {
        var response = await http.PutAsJsonAsync(
            $"{address}/api/v3/applications/{application}/devices/{device}",
            new { end_device = new { name }, field_mask = new { paths = new[] { "name" } } });
        return response.IsSuccessStatusCode;
    }
}
