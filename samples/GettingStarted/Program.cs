using TheThingsStack;
using TheThingsStack.V3;
using TheThingsStack.Emulator;

await using var emulator = await TheThingsStackEmulator.StartAsync();
using var stack = new TheThingsStackClient(new TheThingsStackOptions { Address = emulator.Address.ToString(), ApiKey = emulator.ApiKey, UserAgent = new("acme-soil-monitor", "1.4.0") });
EndDevice device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name, d.Description, d.Locations, d.MacSettings.Adr.Mode.Dynamic]);
Console.WriteLine(device.Name);
