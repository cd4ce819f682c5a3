class Cache
{
    public Task<string> GetAsync(string url) => Task.FromResult(url);

    public Task<string> PutAsync(string url, string body) => Task.FromResult(url + body);

    public Task Use() => PutAsync("https://thethings.example.com/api/v3/applications/a/devices/d", """{"field_mask":{"paths":["nmae"]}}""");
}
