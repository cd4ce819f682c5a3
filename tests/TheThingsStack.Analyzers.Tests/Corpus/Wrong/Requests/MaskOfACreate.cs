class Devices(HttpClient http)
{
    public Task Create(string application, string device, string eui) => http.PostAsync(
        $"https://stack.acme.example/api/v3/applications/{application}/devices",
        new StringContent($$"""
            {
              "end_device": { "ids": { "device_id": "{{device}}", "dev_eui": "{{eui}}" }, "name": "n" },
              {|TTS2002:"field_mask"|}: { "paths": ["ids.dev_eui", "name"] }
            }
            """));
}
