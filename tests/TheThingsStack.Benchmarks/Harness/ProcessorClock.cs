using Perfolizer.Horology;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>BenchmarkDotNet on the time that this process has a processor, so that other processes do not count.</summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "Processor";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
