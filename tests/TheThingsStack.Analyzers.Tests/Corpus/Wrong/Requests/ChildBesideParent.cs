class Devices(HttpClient http)
{
    public Task<string> Get(string id) =>
        http.GetStringAsync($"https://stack.acme.example/api/v3/applications/soil/devices/{id}?field_mask={|TTS2205:version_ids.brand_id|},version_ids,name,{|TTS2205:name|}");
}
