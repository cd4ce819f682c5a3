sealed class Events : IDisposable
{
    private readonly HttpClient _http;

    public Events(string host, string key)
    {
        _http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"https://{host}.thethings.example.com/api/v3/") };
        _http.DefaultRequestHeaders.Add("Authorization", "Bearer " + key);
    }

    public Task<HttpResponseMessage> Open(string body) => _http.{|TTS1002:PostAsync|}("events", new StringContent(body));

    public void Dispose() => _http.Dispose();
}
