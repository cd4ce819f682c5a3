sealed class Agent : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.UserAgent.ParseAdd("acme/1.4");
        return base.SendAsync(request, cancellationToken);
    }
}

sealed class Devices
{
    private readonly HttpClient _http = new(new Agent { InnerHandler = new SocketsHttpHandler() });

    public Task<string> Get(string id) => _http.GetStringAsync($"https://thethings.example.com/api/v3/applications/soil/devices/{id}");
}
