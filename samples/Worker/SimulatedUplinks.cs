using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TheThingsStack.Emulator;
using TheThingsStack.V3;

namespace Worker;

/// <summary>Makes the emulator's device send something now and then, and cuts the stream of events in between.</summary>
internal sealed class SimulatedUplinks(TheThingsStackClient stack, TheThingsStackEmulator emulator, IOptions<WorkerOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (emulator.OpenStreams == 0)
            await Task.Delay(50, stoppingToken);
        for (uint count = 1; ; count++)
        {
            await stack.AppAs.SimulateUplinkAsync(Uplink(count), cancellationToken: stoppingToken);
            if (count % 5 == 3)
                emulator.CutStreams();
            await Task.Delay(400, stoppingToken);
        }
    }

    private ApplicationUp Uplink(uint count) => new()
    {
        EndDeviceIds = new() { DeviceId = options.Value.Device, ApplicationIds = options.Value.Application },
        UplinkMessage = new()
        {
            FPort = 1,
            FCnt = count,
            FrmPayload = new byte[] { 0x01, (byte)count },
            Settings = new() { DataRate = new() { Lora = new() { Bandwidth = 125000, SpreadingFactor = 7 } }, Frequency = 868_100_000 },
        },
    };
}
