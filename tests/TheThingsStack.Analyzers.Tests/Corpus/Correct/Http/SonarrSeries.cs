// Sonarr speaks /api/v3/ as well, in plain HTTP within the house.
class Sonarr(HttpClient client)
{
    private const string Root = "http://nas.local:8989/api/v3/";

    public async Task<string> Series(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + "series?includeSeasonImages=false");
        request.Headers.Add("X-Api-Key", key);
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
