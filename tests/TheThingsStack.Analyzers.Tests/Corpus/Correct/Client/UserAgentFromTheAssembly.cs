var version = typeof(Program).Assembly.GetName().Version!.ToString(3);
using var stack = new TheThingsStackClient(new() { Address = args[0], ApiKey = args[1], UserAgent = new("acme-soil-monitor", version) });
Console.WriteLine(stack.GetRateLimits().Count);
