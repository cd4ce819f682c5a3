using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>
/// What all rules take for code that calls the API everywhere, beside what the SDK's own analyzers take for it.
/// Compared is the time within their actions, which is what ReportAnalyzer prints: each set of analyzers judges the project in an analysis of its own,
/// in turns, and its fastest round counts. What makes such times differ from run to run is kept out of them:
/// <list type="bullet">
/// <item>Who asks first for what the compiler makes when it is first asked for, operations and the names in references, would pay for all: <see cref="IdleAnalyzer"/> asks first.
/// What a set of analyzers alone asks for stays its own, also where both ask for it.</item>
/// <item>A collection is a pause of a hundred milliseconds, nearly all of it for what the compiler holds, in whatever action it happens to meet: there is none within a round.
/// The heap is that of one processor, which has its memory from round to round: fresh memory would cost more than everything else.</item>
/// <item>Binding and analysis on several threads wait for each other: both have one.</item>
/// </list>
/// </summary>
internal sealed class AllAnalyzers : Benchmark
{
    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    // More than a round allocates; ending the region throws where that is not so.
    private const long RoundBytes = 512L << 20;

    public override IReadOnlyDictionary<string, string> Variables => WorkstationCollector;

    public override IEnumerable<Row> Run(Settings settings)
    {
        if (SdkAnalyzers.Find() is not { } folder)
            throw new InvalidOperationException("There is no SDK beside the runtime.");
        var ours = Ours();
        var theirs = SdkAnalyzers.Load(folder);
        Check();
        // An editor and a build server have the analyzers compiled already.
        double[] times = Rounds.Fastest(settings.Rounds(16), () => Analyze(ours).Milliseconds, () => Analyze(theirs).Milliseconds);
        double[] bytes = Rounds.FastestProcess(3, () => Analyze([]).Bytes, () => Analyze(ours).Bytes, () => Analyze(theirs).Bytes);
        yield return Row.AtMost(
            string.Create(CultureInfo.InvariantCulture, $"all rules over {ClientCalls.Files} files with {ClientCalls.Lines:#,0} lines of calls, against those of the SDK's own analyzers that are on by default"), 0.1, times[0] / times[1], "×",
            $"{Row.Number(times[0], "ms")} and {Row.Number((bytes[1] - bytes[0]) / 1e6, "MB")} allocated; the SDK's {Row.Number(times[1], "ms")} and {Row.Number((bytes[2] - bytes[0]) / 1e6, "MB")}: in the analyzers themselves, as ReportAnalyzer tells");
    }

    private static ImmutableArray<DiagnosticAnalyzer> Ours() =>
        [.. typeof(MaskAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    private static void Check()
    {
        var errors = ClientCalls.Compile().GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Take(3).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join("\n", errors));
    }

    /// <summary>The time in the actions of analyzers, and what was allocated in the whole analysis.</summary>
    private static (double Milliseconds, long Bytes) Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var analysis = ClientCalls.Compile().WithAnalyzers([new IdleAnalyzer(), .. analyzers], Options);
        if (!GC.TryStartNoGCRegion(RoundBytes))
            throw new InvalidOperationException("There is not enough memory for a round without collections.");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var telemetry = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult().AnalyzerTelemetryInfo;
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        GC.EndNoGCRegion();
        return (analyzers.Sum(analyzer => telemetry.TryGetValue(analyzer, out var own) ? own.ExecutionTime.TotalMilliseconds : 0), bytes);
    }
}
