using var stack = new TheThingsStackClient(new TheThingsStackOptions
{
    Address = "tenant1.thethings.example.com",
    ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY"),
    UserAgent = new("acme-soil-monitor", "1.4.0"),
});

var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Description, d.Locations]);
Console.WriteLine($"{device.Ids?.DeviceId}: {device.Name} ({device.Description})");
foreach (var (name, location) in device.Locations ?? [])
    Console.WriteLine($"{name}: {location.Latitude}, {location.Longitude}");
