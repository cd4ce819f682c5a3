class Devices(HttpClient http)
{
    public Task<string> Get(string application, string device) =>
        http.GetStringAsync($"https://eu1.cloud.thethings.network/api/v3/applications/{application}/devices/{device}?field_mask=name,{|TTS2001:location|}");
}
