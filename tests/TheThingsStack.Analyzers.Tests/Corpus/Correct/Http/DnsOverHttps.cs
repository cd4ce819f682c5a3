class Resolver
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public static async Task<byte[]> Ask(byte[] question)
    {
        using var content = new ByteArrayContent(question);
        content.Headers.ContentType = new("application/dns-message");
        using var answer = await Client.PostAsync("https://dns.acme.com/dns-query", content);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
