class Fleet : IDisposable
{
    private readonly TheThingsStackClient _stack = new({|TTS1001:new()|}
    {
        Address = "stack.example.com",
        ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY"),
    });

    public void Dispose() => _stack.Dispose();
}
