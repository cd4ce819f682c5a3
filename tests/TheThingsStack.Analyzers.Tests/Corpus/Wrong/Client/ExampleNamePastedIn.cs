var options = new TheThingsStackOptions
{
    Address = "tenant1.thethings.example.com",
    ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY"),
    UserAgent = new({|TTS1004:"my-integration"|}, "1.0"),
};
using var stack = new TheThingsStackClient(options);
var application = await stack.ApplicationRegistry.GetAsync("app1", a => [a.Name]);
Console.WriteLine(application.Name);
