using System.Net.Http.Headers;

class Devices(string key)
{
    public async Task<string> Get(string id)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await http.{|TTS1002:GetStringAsync|}($"https://thethings.example.com/api/v3/applications/soil/devices/{id}?field_mask=name");
    }
}
