class Storage(HttpClient http, string host)
{
    public async IAsyncEnumerable<string> Read(string application)
    {
        using var response = await http.GetAsync(
            $"https://{host}/api/v3/as/applications/{application}/packages/storage/uplink_message?limit=100&field_mask=up.uplink_message.decoded_payload",
            HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
            yield return line;
    }
}
