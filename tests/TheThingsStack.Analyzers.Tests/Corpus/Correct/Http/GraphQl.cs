using System.Net.Http.Json;

class Graph(HttpClient client)
{
    public async Task<string> Devices()
    {
        var query = new { query = "{ devices(first: 10) { id name batteryPercentage } }" };
        using var answer = await client.PostAsJsonAsync("https://graph.acme.com/graphql", query);
        return await answer.Content.ReadAsStringAsync();
    }
}
