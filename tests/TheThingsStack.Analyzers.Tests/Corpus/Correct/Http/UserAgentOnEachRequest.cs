class Probe(HttpClient client)
{
    public async Task<bool> IsUp(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (compatible; acme-probe)");
        using var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode;
    }
}
