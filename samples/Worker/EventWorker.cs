using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TheThingsStack;
using TheThingsStack.V3;

namespace Worker;

/// <summary>Follows the events of a device, through every interruption.</summary>
internal sealed partial class EventWorker(
    TheThingsStackClient stack, IOptions<WorkerOptions> options, IHostApplicationLifetime lifetime, ILogger<EventWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(options.Value, stoppingToken);
        }
        catch (TheThingsStackException e)
        {
            // What is not transient does not get better by itself: wrong key, no rights, no such device.
            LogGivenUp(e);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task FollowAsync(WorkerOptions follow, CancellationToken stoppingToken)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(follow.Application, follow.Device, d => [d.Name], cancellationToken: stoppingToken);
        LogStart(device.Ids?.DeviceId, device.Name);
        var uplinks = 0;
        await foreach (var e in Events(device.Ids!, follow.Tail).WithCancellation(stoppingToken))
        {
            LogEvent(e.Name, e.Time);
            if (e.Name == "as.up.data.forward" && ++uplinks == follow.EndAfter)
            {
                LogEnd(uplinks);
                Environment.ExitCode = 0;
                lifetime.StopApplication();
                return;
            }
        }
    }

    /// <summary>The events, from one connection after the other: past ones only at the start, and none twice.</summary>
    private IAsyncEnumerable<Event> Events(EndDeviceIdentifiers device, uint tail) => ReconnectingStream.Of(
        after => stack.Events.StreamAsync(new() { Identifiers = [device], After = after, Tail = after is null ? tail : null }),
        e => e.UniqueId,
        e => e.Time,
        new() { OnInterrupted = i => LogInterrupted(i.Delay.TotalSeconds, i.Reason?.Message ?? "the server closed it") });

    [LoggerMessage(1, LogLevel.Information, "Following {Device} ({Name})")]
    private partial void LogStart(string? device, string? name);

    [LoggerMessage(2, LogLevel.Information, "{Event} at {Time}")]
    private partial void LogEvent(string? @event, Timestamp? time);

    [LoggerMessage(3, LogLevel.Warning, "The stream was interrupted; it goes on in {Seconds:0.0} s: {Reason}")]
    private partial void LogInterrupted(double seconds, string reason);

    [LoggerMessage(4, LogLevel.Information, "{Count} uplinks seen, that is enough")]
    private partial void LogEnd(int count);

    [LoggerMessage(5, LogLevel.Error, "The worker cannot go on")]
    private partial void LogGivenUp(Exception e);
}
