using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton(_ => new TheThingsStackClient(new TheThingsStackOptions { Address = args[0], UserAgent = new("acme-factory", "1.0") }));
services.AddKeyedSingleton("b", (_, name) => new TheThingsStackClient(new() { Address = $"{name}.example.com", UserAgent = new("acme-factory", "1.0") }));
