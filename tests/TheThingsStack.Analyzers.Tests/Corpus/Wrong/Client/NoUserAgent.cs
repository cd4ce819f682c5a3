using var stack = new TheThingsStackClient({|TTS1001:new TheThingsStackOptions|}
{
    Address = "tenant1.thethings.example.com",
    ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY"),
});
Console.WriteLine((await stack.ApplicationRegistry.GetAsync("app1", a => [a.Name])).Name);
