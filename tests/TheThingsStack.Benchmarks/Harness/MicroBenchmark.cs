using System.Linq.Expressions;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>Runs a class of short methods with BenchmarkDotNet, in this process.</summary>
internal static class MicroBenchmark
{
    /// <summary>What one method takes.</summary>
    /// <param name="Microseconds">The fastest iteration.</param>
    /// <param name="Bytes">What it allocates, on its own thread: BenchmarkDotNet counts what the whole process does.</param>
    public sealed record Result(double Microseconds, long Bytes);

    public static IReadOnlyDictionary<string, Result> Run<T>(Settings settings)
        where T : new()
    {
        // The warm-up of BenchmarkDotNet may be over before the runtime has compiled a method for the last time.
        var contenders = Contenders<T>();
        Rounds.Settle([.. contenders.Values.Select(static contender => Rounds.Each(2000, contender))]);
        var job = new Job { Infrastructure = { Toolchain = InProcessEmitToolchain.Instance, Clock = new ProcessorClock() } }
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(settings.Rounds(40))
            .WithIterationCount(settings.Rounds(20));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator)
            .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "BenchmarkDotNet"));
        var summary = BenchmarkRunner.Run<T>(config);
        if (summary.HasCriticalValidationErrors)
            throw new InvalidOperationException(string.Join(Environment.NewLine, summary.ValidationErrors.Select(static e => e.Message)));
        return summary.Reports.ToDictionary(Name, report => new Result(Microseconds(report), Rounds.Allocated(contenders[Name(report)])));
    }

    private static Dictionary<string, Action> Contenders<T>()
        where T : new()
    {
        var instance = Expression.Constant(new T());
        return typeof(T).GetMethods()
            .Where(static method => method.IsDefined(typeof(BenchmarkAttribute)))
            .ToDictionary(static method => method.Name, method => Expression.Lambda<Action>(Expression.Call(instance, method)).Compile());
    }

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static double Microseconds(BenchmarkReport report) =>
        report.ResultStatistics is { } statistics ? statistics.Min / 1000 : throw new InvalidOperationException($"{Name(report)} did not run.");
}
