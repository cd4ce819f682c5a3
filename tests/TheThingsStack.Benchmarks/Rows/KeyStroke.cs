using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Generators;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>An edit of one of the user's 300 files, which has nothing to do with the reference.</summary>
internal sealed class KeyStroke : Benchmark
{
    private const int Files = 300;

    public override IEnumerable<Row> Run(Settings settings)
    {
        var reference = new UserProject.ReferenceFile(Reference.Text);
        var ours = new Typing(UserProject.Driver(reference));
        var empty = new Typing(UserProject.Driver(new EmptyGenerator(), reference));
        var times = Rounds.Fastest(settings.Rounds(400), ours.Stroke, empty.Stroke);
        yield return Row.AtMost(
            $"a key stroke in one of {Files} files, against a driver with an empty generator", 2, times[0] / times[1], "×",
            $"{Row.Number(times[0], "ms")}; empty {Row.Number(times[1], "ms")}");
        yield return Cached(reference);
    }

    private static Row Cached(AdditionalText reference)
    {
        var typing = new Typing(UserProject.Driver(reference, tracksSteps: true));
        typing.Stroke();
        var steps = typing.Driver.GetRunResult().Results.Single().TrackedSteps
            .Where(static step => TrackingNames.All.Contains(step.Key))
            .Select(static step => (step.Key, IsCached: step.Value.SelectMany(static run => run.Outputs).All(static output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            .ToList();
        var late = steps.Where(static step => !step.IsCached).Select(static step => step.Key).ToList();
        return Row.Holds("steps cached at a key stroke", "all", late.Count == 0, $"{steps.Count - late.Count} of {steps.Count}", late.Count == 0 ? "" : string.Join(", ", late));
    }

    /// <summary>A user who types.</summary>
    private sealed class Typing
    {
        private CSharpCompilation _compilation = UserProject.Compile(Files);
        private int _edits;

        public Typing(GeneratorDriver driver) => Driver = driver.RunGenerators(_compilation);

        public GeneratorDriver Driver { get; private set; }

        public double Stroke()
        {
            var edit = _edits++;
            _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[edit % Files], UserProject.File(edit % Files, edit));
            return Rounds.Time(() => Driver = Driver.RunGenerators(_compilation));
        }
    }

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
