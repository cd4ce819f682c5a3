class Search(HttpClient http, string host)
{
    public Task<string> Find(string text) =>
        http.GetStringAsync($"https://{host}/api/v3/search/applications/soil/devices?query={Uri.EscapeDataString(text)}&field_mask=name%2C{|TTS2001:lastSeenAt|}");
}
