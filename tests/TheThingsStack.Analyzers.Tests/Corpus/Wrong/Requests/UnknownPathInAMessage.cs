class Devices(HttpClient http, string address)
{
    public async Task<string> Session(string application, string device)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/api/v3/ns/applications/{application}/devices/{device}?field_mask={|TTS2001:sesion|}.dev_addr");
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
