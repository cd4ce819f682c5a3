using var stack = new TheThingsStackClient(new TheThingsStackOptions
{
    Address = "eu1.cloud.thethings.network",
    ApiKey = Environment.GetEnvironmentVariable("TTS_API_KEY"),
    UserAgent = new("acme-report", "2.0"),
});

foreach (var id in args)
{
    var device = await stack.EndDeviceRegistry.GetAsync("app1", id, d => [d.Name, {|TTS2101:d.LastDevNonce|}]);
    Console.WriteLine(device.Name);
}
