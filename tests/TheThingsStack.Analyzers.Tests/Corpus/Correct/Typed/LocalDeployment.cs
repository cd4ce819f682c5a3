using var stack = new TheThingsStackClient(new()
{
    Address = "http://localhost:1885",
    ApiKey = File.ReadAllText("key.txt").Trim(),
    UserAgent = new("acme-tests", "2026.11"),
});
await foreach (var gateway in stack.GatewayRegistry.ListAllAsync(g => [g.Name]))
    Console.WriteLine(gateway.Name);
