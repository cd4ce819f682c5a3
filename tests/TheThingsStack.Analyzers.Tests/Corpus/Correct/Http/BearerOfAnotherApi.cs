using System.Net.Http.Headers;

class Deploy(HttpClient client)
{
    public async Task Trigger(string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.PostAsync("https://ci.acme.com/api/v3/pipelines/17/trigger", new StringContent("{}"));
        answer.EnsureSuccessStatusCode();
    }
}
