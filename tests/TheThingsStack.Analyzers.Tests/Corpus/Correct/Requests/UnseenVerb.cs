class Proxy(HttpClient http, string address)
{
    public async Task<string> Forward(HttpMethod method, string device, string body)
    {
        using var request = new HttpRequestMessage(method, $"{address}/api/v3/applications/soil/devices/{device}?field_mask=name") { Content = new StringContent(body) };
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
