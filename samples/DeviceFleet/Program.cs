// Imports a fleet of end devices from a file with one device a line, as JSON.
//
//   dotnet run --project samples/DeviceFleet                                             5,000 made-up devices, into the emulator
//   dotnet run --project samples/DeviceFleet -- --file fleet.jsonl --address HOST --api-key KEY
//
// It can be killed at any time: the next run goes on where this one was.
using DeviceFleet;
using TheThingsStack;
using TheThingsStack.Emulator;
using TheThingsStack.V3;

if (Settings.Read(args) is not { } settings)
    return 2;
if (settings.Generate is { } count)
{
    await FleetFile.WriteAsync(settings.File, settings.Application, count);
    Console.WriteLine($"{settings.File}: {count} devices.");
    return 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

await using var emulator = settings.Address is null ? await TheThingsStackEmulator.StartAsync() : null;
using var stack = new TheThingsStackClient(new()
{
    Address = settings.Address ?? emulator!.Address.ToString(),
    ApiKey = settings.ApiKey ?? emulator!.ApiKey,
    UserAgent = new("device-fleet", "1.0.0"),
});
if (emulator is not null && !File.Exists(settings.File))
    await FleetFile.WriteAsync(settings.File, settings.Application, 5_000);

// The emulator forgets everything, so what an earlier run did there counts for nothing.
using var journal = Journal.Open(settings.File + ".done", startAnew: emulator is not null);
var devices = FleetFile.ReadAsync(settings.File, journal.Contains, stop.Token);
using var progress = new ProgressBar(await FleetFile.CountAsync(settings.File), journal);
try
{
    var result = await stack.Devices.ImportAsync(devices, new() { Parallelism = 8 }, progress, stop.Token);
    progress.Finish();
    Console.WriteLine($"{result.Registered} registered, {result.Completed} completed, {result.Failed} failed, {journal.Before} done before.");
    foreach (var failure in result.Failures)
        Console.Error.WriteLine($"{failure.DeviceId}: {failure.Failure.Message}");
    return result.Failed == 0 ? 0 : 1;
}
catch (OperationCanceledException)
{
    progress.Finish();
    Console.WriteLine("Stopped; run it again to go on.");
    return 3;
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
