using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
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
    /// <param name="Bytes">What it allocates.</param>
    public sealed record Result(double Microseconds, long Bytes);

    public static IReadOnlyDictionary<string, Result> Run<T>(Settings settings)
    {
        var job = new Job { Infrastructure = { Toolchain = InProcessEmitToolchain.Instance, Clock = new ProcessorClock() } }
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithWarmupCount(settings.Rounds(40))
            .WithIterationCount(settings.Rounds(20));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableOptimizationsValidator)
            .WithArtifactsPath(Path.Combine(Repository.Root, "artifacts", "BenchmarkDotNet"));
        var summary = BenchmarkRunner.Run<T>(config);
        if (summary.HasCriticalValidationErrors)
            throw new InvalidOperationException(string.Join(Environment.NewLine, summary.ValidationErrors.Select(static e => e.Message)));
        return summary.Reports.ToDictionary(static r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name, Read);
    }

    private static Result Read(BenchmarkReport report) => report.ResultStatistics is { } statistics
        ? new(statistics.Min / 1000, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)
        : throw new InvalidOperationException($"{report.BenchmarkCase.Descriptor.WorkloadMethod.Name} did not run.");
}
