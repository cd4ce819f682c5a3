using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>What all rules take for code that calls the API everywhere, beside what the SDK's own analyzers take for it.</summary>
internal sealed class AllAnalyzers : Benchmark
{
    private const int WarmUp = 3;

    // On one thread: what several would spend waiting for each other is no cost of a rule.
    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    public override IEnumerable<Row> Run(Settings settings)
    {
        if (SdkAnalyzers.Find() is not { } folder)
            throw new InvalidOperationException("There is no SDK beside the runtime.");
        var ours = Ours();
        var theirs = SdkAnalyzers.Load(folder);
        Check();
        Func<double>[] contenders = [() => Analyze(ours), () => Analyze(theirs)];
        // An editor and a build server have the analyzers compiled already.
        Rounds.FastestProcess(WarmUp, contenders);
        double[] times = Rounds.FastestProcess(settings.Rounds(8), contenders);
        yield return Row.AtMost(
            string.Create(CultureInfo.InvariantCulture, $"all rules over {ClientCalls.Files} files with {ClientCalls.Lines:#,0} lines of calls, against those of the SDK's own analyzers that are on by default"), 0.1, times[0] / times[1], "×",
            $"{Row.Number(times[0], "ms")}; the SDK's {Row.Number(times[1], "ms")}: in the analyzers themselves, as ReportAnalyzer tells");
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

    /// <summary>The time in the actions of analyzers. What the compiler does for all of them together, such as making operations, is made for one that does nothing first, and counts for none.</summary>
    private static double Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var analysis = ClientCalls.Compile().WithAnalyzers([new IdleAnalyzer(), .. analyzers], Options);
        GC.Collect();
        var telemetry = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult().AnalyzerTelemetryInfo;
        return analyzers.Sum(analyzer => telemetry.TryGetValue(analyzer, out var own) ? own.ExecutionTime.TotalMilliseconds : 0);
    }
}
