using var stack = new TheThingsStackClient(new TheThingsStackOptions
{
    Address = "tenant1.thethings.example.com",
    ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY"),
    UserAgent = new("acme-soil-monitor", "1.4.0"),
});
var application = await stack.ApplicationRegistry.GetAsync("app1", a => [a.Name]);
Console.WriteLine(application.Name);
