class Forwarder(HttpClient client)
{
    public async Task<HttpResponseMessage> Forward(string path, string query, Stream body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri("https://upstream.acme.com"), path + query)) { Content = new StreamContent(body) };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
