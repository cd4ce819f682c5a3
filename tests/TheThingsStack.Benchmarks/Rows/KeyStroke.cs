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
        var files = ours.Driver.GetRunResult().GeneratedTrees.Length;
        var same = new Typing(UserProject.Driver(new FilesGenerator(files), reference));
        var times = Rounds.Fastest(settings.Rounds(400), ours.Stroke, empty.Stroke, same.Stroke);
        yield return Row.AtMost(
            $"a key stroke in one of {Files} files, against a driver with an empty generator", 2, times[0] / times[1], "×",
            $"{Row.Number(times[0], "ms")}; empty {Row.Number(times[1], "ms")}, one that adds as many files in one step {Row.Number(times[2], "ms")}");
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

    /// <summary>What the driver costs by itself, for a reference that becomes so many files.</summary>
    private sealed class FilesGenerator(int files) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.AdditionalTextsProvider, (output, _) =>
            {
                for (var i = 0; i < files; i++)
                    output.AddSource($"File{i}.g.cs", "//");
            });
    }

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
