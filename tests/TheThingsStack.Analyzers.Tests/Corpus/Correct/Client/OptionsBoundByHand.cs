using Microsoft.Extensions.Configuration;

var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("TheThingsStack:UserAgent", "acme-soil-monitor/1.4.0")]).Build();
var options = new TheThingsStackOptions { Timeout = TimeSpan.FromSeconds(30) };
configuration.GetSection("TheThingsStack").Bind(options);
using var stack = new TheThingsStackClient(options);
Console.WriteLine(stack.GetRateLimits().Count);
