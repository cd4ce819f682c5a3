class Query(HttpClient client)
{
    public Task<string> Run(string host, IEnumerable<string> fields)
    {
        var builder = new UriBuilder("https", host) { Path = "/api/v3/things", Query = "field_mask=" + string.Join(',', fields) };
        return client.GetStringAsync(builder.Uri);
    }
}
