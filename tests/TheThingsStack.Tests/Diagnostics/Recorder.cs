using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using TheThingsStack.Diagnostics;

namespace TheThingsStack.Tests.Diagnostics;

/// <summary>Keeps the activities and measurements of calls to one server, whatever other tests do.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measurements = new();
    private readonly ActivityListener _activityListener;
    private readonly MeterListener _meterListener = new();
    private readonly int _port;

    public Recorder(string authority)
    {
        _port = int.Parse(authority.Split(':')[^1], CultureInfo.InvariantCulture);
        _activityListener = new()
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activityListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.Start();
    }

    public IEnumerable<Activity> Activities => _activities.Where(a => Equals(a.GetTagItem("server.port"), _port));

    /// <summary>Measurements of one instrument; those without a port are of any test.</summary>
    public IEnumerable<(double Value, Dictionary<string, object?> Tags)> Measurements(string name) =>
        _measurements.Where(m => m.Name == name && (!m.Tags.TryGetValue("server.port", out var port) || Equals(port, _port))).Select(m => (m.Value, m.Tags));

    /// <summary>All that was recorded, as text.</summary>
    public IEnumerable<string> Texts() =>
    [
        .. _activities.SelectMany(a => a.TagObjects.Select(t => $"{a.DisplayName} {t.Key}={t.Value}").Append($"{a.DisplayName} {a.StatusDescription} {a.TraceStateString} {string.Join(' ', a.Baggage)}")),
        .. _measurements.SelectMany(m => m.Tags.Select(t => $"{m.Name} {t.Key}={t.Value}")),
    ];

    public void Dispose()
    {
        _activityListener.Dispose();
        _meterListener.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, new(tags.ToArray())));
}
