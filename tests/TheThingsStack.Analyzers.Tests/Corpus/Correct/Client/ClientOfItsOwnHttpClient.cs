using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
using var stack = new TheThingsStackClient(new TheThingsStackOptions { Address = args[0], UserAgent = new("acme-pool", "1.0") }, http);
Console.WriteLine(stack.GetRateLimits().Count);
