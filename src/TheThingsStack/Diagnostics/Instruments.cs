using System.Diagnostics;
using System.Diagnostics.Metrics;
using TheThingsStack.Http;

namespace TheThingsStack.Diagnostics;

/// <summary>The activity source and the meter. Names and tags are those of OpenTelemetry's conventions for HTTP clients, where they have one.</summary>
internal static class Instruments
{
    public const string Name = Telemetry.Name;

    public static readonly ActivitySource Activities = new(Name, LibraryVersion.Number);

    private static readonly Meter s_meter = new(Name, LibraryVersion.Number);

    public static readonly Histogram<double> RequestDuration =
        s_meter.CreateHistogram<double>("http.client.request.duration", "s", "Time from sending a request to its answer; of a stream, to its start.");

    public static readonly Histogram<double> RateLimitWait =
        s_meter.CreateHistogram<double>("thethingsstack.client.rate_limit.wait", "s", "Time that a call waited for its turn under the rate limit.");

    public static readonly Counter<long> Retries =
        s_meter.CreateCounter<long>("thethingsstack.client.retries", "{request}", "Requests sent again after the rate limit refused them.");

    public static readonly Counter<long> Warnings =
        s_meter.CreateCounter<long>("thethingsstack.client.warnings", "{warning}", "Warnings of the server.");
}
