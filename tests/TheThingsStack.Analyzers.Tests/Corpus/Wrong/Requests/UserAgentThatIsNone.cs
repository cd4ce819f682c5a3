class Devices(HttpClient http)
{
    public async Task<string> Get(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
        request.Headers.TryAddWithoutValidation("User-Agent", {|TTS1005:"acme/1.0, dotnet/10.0"|});
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
