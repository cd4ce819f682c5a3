using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TheThingsStack.Analyzers;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>What all rules add to a compilation of code that calls the API everywhere, beside what the SDK's own analyzers add to it.</summary>
internal sealed class AllAnalyzers : Benchmark
{
    private const int WarmUp = 3;

    // On one thread: what several would spend waiting for each other is no cost of a rule.
    private static readonly CompilationWithAnalyzersOptions Options =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    public override IEnumerable<Row> Run(Settings settings)
    {
        if (SdkAnalyzers.Find() is not { } folder)
            throw new InvalidOperationException("There is no SDK beside the runtime.");
        // Whoever looks at operations has them made: that is paid once, for all analyzers of a project together, and taken off both.
        var idle = new IdleAnalyzer();
        ImmutableArray<DiagnosticAnalyzer> ours = [idle, .. Ours()];
        ImmutableArray<DiagnosticAnalyzer> theirs = [idle, .. SdkAnalyzers.Load(folder)];
        Check();
        Func<double>[] contenders = [() => Analyze([idle]), () => Analyze(ours), () => Analyze(theirs)];
        // An editor and a build server have the analyzers compiled already.
        Rounds.FastestProcess(WarmUp, contenders);
        double[] times = Rounds.FastestProcess(settings.Rounds(8), contenders);
        var (added, compared) = (times[1] - times[0], times[2] - times[0]);
        yield return Row.AtMost(
            string.Create(CultureInfo.InvariantCulture, $"all rules over {ClientCalls.Files} files with {ClientCalls.Lines:#,0} lines of calls, against those of the SDK's own analyzers that are on by default"), 0.1, added / compared, "×",
            $"{Row.Number(added, "ms")}; the SDK's {Row.Number(compared, "ms")}; with an analyzer that does nothing {Row.Number(times[0], "ms")}");
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

    private static double Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = ClientCalls.Compile();
        GC.Collect();
        return Rounds.Time(() => compilation.WithAnalyzers(analyzers, Options).GetAllDiagnosticsAsync().GetAwaiter().GetResult());
    }
}
