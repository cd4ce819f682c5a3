class Devices(HttpClient http)
{
    public Task Rename(string id) => http.PutAsync(
        $"https://stack.acme.example/api/v3/applications/soil/devices/{id}",
        new StringContent("""{ "end_device": { "name": "n" }, "field_mask": {|TTS2002:"name,description"|} }"""));
}
