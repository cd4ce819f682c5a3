// A service that follows the events of a device for as long as it runs.
//
//   dotnet run --project samples/Worker                  against the emulator, started here, with uplinks that are simulated
//   dotnet run --project samples/Worker -- --once        the same, but it ends after some uplinks
//
// Against a real deployment, by any source of configuration; the key belongs into user secrets or the environment:
//
//   TheThingsStack__ApiKey=NNSXS… dotnet run --project samples/Worker -- --TheThingsStack:Address=HOST --Worker:Application=APP --Worker:Device=DEV
//
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TheThingsStack.Emulator;
using TheThingsStack.V3;
using Worker;

var once = args.Contains("--once");
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    Args = [.. args.Where(a => a != "--once")],
    ContentRootPath = AppContext.BaseDirectory,
});

await using var emulator = builder.Configuration["TheThingsStack:Address"] is null ? await TheThingsStackEmulator.StartAsync() : null;
if (emulator is not null)
{
    builder.Configuration["TheThingsStack:Address"] = emulator.Address.ToString();
    builder.Configuration["TheThingsStack:ApiKey"] = emulator.ApiKey;
    builder.Services.AddSingleton(emulator).AddHostedService<SimulatedUplinks>();
}

// Both are checked when the host starts: a wrong address, a missing key or user agent end it with a list of what is wrong.
builder.Services.AddTheThingsStack(builder.Configuration.GetSection("TheThingsStack"));
builder.Services.AddOptions<WorkerOptions>().BindConfiguration("Worker").ValidateOnStart()
    .Validate(o => o is { Application.Length: > 0, Device.Length: > 0 }, "Worker: Application and Device are required.")
    .PostConfigure(o => o.EndAfter = once ? 6 : null);
builder.Services.AddHostedService<EventWorker>();

using var host = builder.Build();
using var limit = new CancellationTokenSource(once ? TimeSpan.FromMinutes(1) : Timeout.InfiniteTimeSpan);

// The worker itself says when it has come to a good end.
Environment.ExitCode = once ? 1 : 0;
await host.RunAsync(limit.Token);
return Environment.ExitCode;
