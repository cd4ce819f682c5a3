class Devices(HttpClient http, string address)
{
    public Task<HttpResponseMessage> List(string application, int page) =>
        http.GetAsync(address + "/api/v3/applications/" + application + "/devices?limit=100&page=" + page + "&field_mask={|TTS2001:displayName|}");
}
