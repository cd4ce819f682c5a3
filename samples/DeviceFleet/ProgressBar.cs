using System.Diagnostics;
using TheThingsStack;

namespace DeviceFleet;

/// <summary>Notes each device that is done, and shows how far the import is.</summary>
internal sealed class ProgressBar(int total, Journal journal) : IProgress<DeviceImportProgress>, IDisposable
{
    private const int Width = 40;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _shownAt = -1000;
    private DeviceImportProgress? _last;

    public void Report(DeviceImportProgress value)
    {
        if (value.Failure is null && value.DeviceId is { } id)
            journal.Add(id);
        _last = value;
        if (_clock.ElapsedMilliseconds - _shownAt >= (Console.IsOutputRedirected ? 1000 : 100))
            Show(value);
    }

    public void Finish()
    {
        if (_last is not null)
            Show(_last);
        if (!Console.IsOutputRedirected)
            Console.WriteLine();
    }

    public void Dispose() => _clock.Stop();

    private void Show(DeviceImportProgress value)
    {
        _shownAt = _clock.ElapsedMilliseconds;
        var done = value.Done + journal.Before;
        var filled = (int)(Width * Math.Min(done, total) / Math.Max(total, 1));
        var text = $"[{new string('#', filled)}{new string('.', Width - filled)}] {done}/{total}  {value.Failed} failed  {value.Done / Math.Max(_clock.Elapsed.TotalSeconds, 0.001):0}/s";
        if (Console.IsOutputRedirected)
            Console.WriteLine(text);
        else
            Console.Write($"\r{text}");
    }
}
