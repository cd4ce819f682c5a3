using var stack = new TheThingsStackClient(new()
{
    Address = Environment.GetEnvironmentVariable("TTS_ADDRESS") ?? "eu1.cloud.thethings.network",
    ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY") ?? throw new InvalidOperationException("TTS_API_KEY is not set (NNSXS.…)"),
    UserAgent = UserAgent.Parse("acme-report/1.2"),
});
Console.WriteLine(stack);
