class Users(string token)
{
    public async Task<string> Me()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://eu1.cloud.thethings.network/api/v3/auth_info");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Accept", "application/json");
        using var response = await http.{|TTS1002:SendAsync|}(request);
        return await response.Content.ReadAsStringAsync();
    }
}
