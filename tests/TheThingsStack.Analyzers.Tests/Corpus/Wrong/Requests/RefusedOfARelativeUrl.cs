class Keys(HttpClient http)
{
    public Task<string> Get(string device) => http.GetStringAsync($"js/applications/soil/devices/{device}?field_mask=root_keys,{|TTS2101:session|}");
}
