using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddTheThingsStack(o =>
{
    o.Address = "tenant1.thethings.example.com";
    o.ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY");
    o.UserAgent = new("acme-soil-monitor", "1.4.0");
});
using var provider = services.BuildServiceProvider();
var stack = provider.GetRequiredService<TheThingsStackClient>();
Console.WriteLine(stack.GetRateLimits().Count);
