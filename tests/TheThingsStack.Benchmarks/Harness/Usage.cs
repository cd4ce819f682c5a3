using System.ComponentModel;
using System.Diagnostics;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>What a process used: processor time, and memory at its peak.</summary>
internal readonly record struct Usage(TimeSpan Processor, long PeakBytes)
{
    /// <summary>Waits for the end. A system forgets a process that has ended, so it is looked at until then.</summary>
    public static Usage Until(Process process)
    {
        var usage = default(Usage);
        while (!process.WaitForExit(5))
        {
            process.Refresh();
            try
            {
                usage = new(process.TotalProcessorTime, Math.Max(usage.PeakBytes, process.PeakWorkingSet64));
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception && process.WaitForExit(1000))
            {
                break;
            }
        }

        return usage;
    }
}
