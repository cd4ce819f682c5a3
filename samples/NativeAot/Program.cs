// A native program of a few megabytes that starts in milliseconds: lists the end devices of an application, and its first event.
//
//   dotnet publish samples/NativeAot -o artifacts/native
//   artifacts/native/NativeAot HOST API-KEY [APPLICATION]
//
// An emulator to try it with: dotnet run --project src/TheThingsStack.Emulator -- --port 1885
//
using TheThingsStack;
using TheThingsStack.V3;

if (args is not [var address, var key, .. var rest])
{
    Console.Error.WriteLine("Usage: NativeAot HOST API-KEY [APPLICATION]");
    return 2;
}

var application = rest.FirstOrDefault() ?? "app1";
using var stack = new TheThingsStackClient(new() { Address = address, ApiKey = key, UserAgent = new("native-aot-sample", "1.0.0") });
using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

try
{
    await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name, d.Attributes], cancellationToken: patience.Token))
        Console.WriteLine($"{device.Ids?.DeviceId}: {device.Name}");

    EntityIdentifiers ids = new() { ApplicationIds = application };
    await foreach (var e in stack.Events.StreamAsync(new() { Identifiers = [ids] }, cancellationToken: patience.Token))
    {
        Console.WriteLine($"{e.Name} at {e.Time}");
        break;
    }
    return 0;
}
catch (TheThingsStackException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
