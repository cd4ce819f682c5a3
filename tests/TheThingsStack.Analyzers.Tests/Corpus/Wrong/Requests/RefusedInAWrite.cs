using System.Text;

class Devices(HttpClient http)
{
    public async Task Rename(string id)
    {
        var body = """
            {
              "end_device": { "name": "North field", "frequency_plan_id": "EU_863_870_TTN" },
              "field_mask": { "paths": ["name", "{|TTS2101:frequency_plan_id|}"] }
            }
            """;
        await http.PutAsync($"https://stack.acme.example/api/v3/applications/soil/devices/{id}", new StringContent(body, Encoding.UTF8, "application/json"));
    }
}
