// The calls of ../ByHand, with the generated client.
using TheThingsStack;
using TheThingsStack.V3;

using var stack = new TheThingsStackClient(new() { Address = args[0], ApiKey = args[1], UserAgent = new("benchmarks", "1.0") });

var device = await stack.EndDeviceRegistry.GetAsync("app", "dev", d => [d.Name, d.Description, d.Locations]);
Console.WriteLine($"{device.Name}: {device.Description}, {device.Locations?.Count ?? 0} locations");

device.Name = "Renamed";
await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);

await stack.AppAs.DownlinkQueuePushAsync("app", "dev", downlinks: [new() { FPort = 1, FrmPayload = [1, 2, 3] }]);

await foreach (var e in stack.Events.StreamAsync(new() { Identifiers = [device.Ids!] }))
    Console.WriteLine($"{e.Time} {e.Name}");
