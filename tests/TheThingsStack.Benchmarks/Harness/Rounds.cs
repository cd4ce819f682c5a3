using System.Runtime;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>
/// Times contenders in turn, A B C A B C: whatever else the machine does meets all of them alike.
/// Time is the processor's, spent by this process, and the fastest round counts: everything that disturbs makes a round slower.
/// </summary>
internal static class Rounds
{
    /// <summary>The fastest round of each contender, in milliseconds.</summary>
    public static double[] Fastest(int rounds, params Action[] contenders) =>
        Fastest(rounds, Array.ConvertAll<Action, Func<double>>(contenders, static contender => () => Time(contender)));

    /// <summary>The least that each contender gives, once all of them are compiled as well as they ever will be.</summary>
    public static double[] Fastest(int rounds, params Func<double>[] contenders)
    {
        Settle(contenders);
        return FastestProcess(rounds, contenders);
    }

    /// <summary>The least that each contender gives, where what it measures is a process that starts anew.</summary>
    public static double[] FastestProcess(int rounds, params Func<double>[] contenders)
    {
        var fastest = new double[contenders.Length];
        Array.Fill(fastest, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
                fastest[i] = Math.Min(fastest[i], contenders[i]());
        }

        return fastest;
    }

    /// <summary>Runs contenders until all of them are compiled as well as they ever will be.</summary>
    public static void Settle(params Func<double>[] contenders)
    {
        // The runtime compiles anew what runs often, on a thread of its own, which other processes may keep waiting.
        const int Most = 20;
        for (var (round, compiled) = (0, -1L); round < Most && compiled != JitInfo.GetCompiledMethodCount(); round++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (var contender in contenders)
                contender();
            Thread.Sleep(200);
        }
    }

    /// <summary>Repeats what is too short for the clock; the time of one.</summary>
    public static Func<double> Each(int times, Action contender) => () => Time(() =>
    {
        for (var i = 0; i < times; i++)
            contender();
    }) / times;

    /// <summary>How many bytes one run allocates on this thread.</summary>
    public static long Allocated(Action contender, int runs = 100)
    {
        contender();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
            contender();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / runs;
    }

    public static double Time(Action contender)
    {
        var before = Environment.CpuUsage.TotalTime;
        contender();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
