using System.Text.Json;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Benchmarks.Rivals;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>Everything from the text of the reference to the sources of the client, in a process that has done so before.</summary>
internal sealed class ColdGeneration : Benchmark
{
    public override IEnumerable<Row> Run(Settings settings)
    {
        var compilation = UserProject.Compile(1);
        void Ours() => UserProject.Driver(new UserProject.ReferenceFile(Reference.Text)).RunGenerators(compilation);
        // So often that what they allocate is collected in every round.
        var times = Rounds.Fastest(
            settings.Rounds(15),
            Rounds.Each(10, Ours),
            Rounds.Each(2, static () => NSwagClient.Generate(Reference.Text)),
            Rounds.Each(100, static () => JsonDocument.Parse(Reference.Bytes).Dispose()));
        var behind = $"{Row.Number(times[0], "ms")}; NSwag {Row.Number(times[1], "ms")}, JsonDocument {Row.Number(times[2], "ms")}";
        yield return Row.AtMost("cold generation in a warm process, against NSwag", 0.1, times[0] / times[1], "×", behind);
        yield return Row.AtMost("the same, against parsing the bytes with JsonDocument", 20, times[0] / times[2], "×", behind);
    }
}
