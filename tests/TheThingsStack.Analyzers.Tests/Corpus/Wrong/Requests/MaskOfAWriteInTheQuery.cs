class Devices(HttpClient http)
{
    public Task Rename(string id) => http.PutAsync(
        $"https://stack.acme.example/api/v3/applications/soil/devices/{id}?{|TTS2002:field_mask=name|}",
        new StringContent("""{ "end_device": { "name": "n" } }"""));
}
