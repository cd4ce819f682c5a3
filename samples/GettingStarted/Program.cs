// The requests of The Things Stack's page "Using the API", with the generated client.
//
//   dotnet run --project samples/GettingStarted                                     against the emulator, started here
//   dotnet run --project samples/GettingStarted -- --address HOST --api-key KEY     against a real deployment
//
using GettingStarted;
using TheThingsStack;
using TheThingsStack.Emulator;
using TheThingsStack.Http;
using TheThingsStack.V3;

if (Settings.Read(args) is not { } settings)
    return 2;

await using var emulator = settings.Address is null ? await TheThingsStackEmulator.StartAsync() : null;
if (emulator is not null)
    settings = settings.For(emulator);

using var http = new HttpClient(new WireLog(ApiConnection.CreateHandler()));
using var stack = Connect(settings.Address!);
var (app, dev) = (settings.Application, settings.Device);

try
{
    await ReadDevice();
    await ReadDeviceOfTenant();
    await StreamEvents();
    await RegisterDevice("newdev1");
    await AskForWhatIsNotThere();
    return 0;
}
catch (TheThingsStackException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

async Task ReadDevice()
{
    Title("A device, with three of its fields");
    var device = await stack.EndDeviceRegistry.GetAsync(app, dev, d => [d.Name, d.Description, d.Locations]);
    Console.WriteLine($"    {device.Ids?.DeviceId} is \"{device.Name}\": {device.Description}");
}

async Task ReadDeviceOfTenant()
{
    Title($"The same device in tenant {settings.Tenant}: the tenant is part of the host name");
    using var tenant = Connect(settings.TenantAddress);
    await tenant.EndDeviceRegistry.GetAsync(app, dev, d => [d.Name, d.Description, d.Locations]);
}

async Task StreamEvents()
{
    Title("Events of the device, while it is renamed and named back");
    var before = await stack.EndDeviceRegistry.GetAsync(app, dev, d => [d.Name]);
    EndDeviceIdentifiers ids = new() { DeviceId = dev, ApplicationIds = app };
    using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
    var updates = 0;
    await foreach (var e in stack.Events.StreamAsync(new() { Identifiers = [ids] }, cancellationToken: enough.Token))
    {
        Console.WriteLine($"    event {e.Name} at {e.Time}");
        if (e.Name == "events.stream.start")
        {
            await stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "Renamed" }, d => [d.Name]);
            await stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = before.Name }, d => [d.Name]);
        }
        else if (e.Name == "end_device.update" && ++updates == 2)
        {
            break;
        }
    }
}

async Task RegisterDevice(string id)
{
    EndDeviceIdentifiers ids = new()
    {
        DeviceId = id,
        ApplicationIds = app,
        DevEui = Eui64.Parse("70B3D57ED0000001"),
        JoinEui = Eui64.Parse("70B3D57ED0000002"),
    };

    // Create takes no mask at this version of the server: everything that it can store is stored.
    Title($"{id} in the Identity Server");
    await stack.EndDeviceRegistry.CreateAsync(new()
    {
        Ids = ids,
        JoinServerAddress = settings.Host,
        NetworkServerAddress = settings.Host,
        ApplicationServerAddress = settings.Host,
    });
    try
    {
        Title($"{id} in the Network Server");
        await stack.NsEndDeviceRegistry.SetAsync(
            new()
            {
                Ids = ids,
                SupportsJoin = true,
                LorawanVersion = MacVersion.V1_0_2,
                LorawanPhyVersion = PhyVersion.PhyV1_0_2RevB,
                FrequencyPlanId = "EU_863_870_TTN",
            },
            d => [d.SupportsJoin, d.LorawanVersion, d.Ids.DeviceId, d.Ids.DevEui, d.Ids.JoinEui, d.LorawanPhyVersion, d.FrequencyPlanId]);

        Title($"{id} in the Application Server");
        await stack.AsEndDeviceRegistry.SetAsync(new() { Ids = ids }, d => [d.Ids.DeviceId, d.Ids.DevEui, d.Ids.JoinEui]);

        Title($"{id} in the Join Server");
        await stack.JsEndDeviceRegistry.SetAsync(
            new()
            {
                Ids = ids,
                NetworkServerAddress = settings.Host,
                ApplicationServerAddress = settings.Host,
                RootKeys = new() { AppKey = new() { Key = AesKey.Parse("2B7E151628AED2A6ABF7158809CF4F3C") } },
            },
            d => [d.NetworkServerAddress, d.ApplicationServerAddress, d.Ids.DeviceId, d.Ids.DevEui, d.Ids.JoinEui, d.RootKeys.AppKey.Key]);
    }
    finally
    {
        await RemoveDevice(id);
    }
}

async Task RemoveDevice(string id)
{
    Title($"{id} removed again, from the Identity Server last");
    foreach (var delete in (Func<Task>[])
    [
        () => stack.AsEndDeviceRegistry.DeleteAsync(app, id),
        () => stack.NsEndDeviceRegistry.DeleteAsync(app, id),
        () => stack.JsEndDeviceRegistry.DeleteAsync(app, id),
        () => stack.EndDeviceRegistry.DeleteAsync(app, id),
    ])
    {
        try
        {
            await delete();
        }
        catch (TheThingsStackException e) when (e.Code == GrpcCode.NotFound)
        {
            // Not every step above need have come this far.
        }
    }
}

async Task AskForWhatIsNotThere()
{
    Title("A mask that the Identity Server refuses: keys are held by the Join Server");
    try
    {
#pragma warning disable TTS2101 // The compiler says so, too; this shows what happens where it does not see the mask.
        await stack.EndDeviceRegistry.GetAsync(app, dev, d => [d.RootKeys]);
#pragma warning restore TTS2101
    }
    catch (FieldMaskException e)
    {
        // Nothing was sent: the client knows what the server would say, and what it would not.
        Console.WriteLine($"    {e.Message}");
    }
}

TheThingsStackClient Connect(string address) => new(
    new() { Address = address, ApiKey = settings.ApiKey, UserAgent = new("getting-started", "1.0.0") },
    http);

static void Title(string text) => Console.WriteLine($"{Environment.NewLine}== {text}");
