using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Benchmarks.Rivals;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>What the client adds to the user's assembly: client, JSON code and masks.</summary>
internal sealed class AssemblySize : Benchmark
{
    public override IEnumerable<Row> Run(Settings settings)
    {
        using var csc = new Csc();
        var empty = csc.Run(csc.Empty()).Bytes;
        var ours = (csc.Run(csc.Generated(Reference.Text)).Bytes - empty) / 1e6;
        var nswag = (csc.Run(csc.With(NSwagClient.Generate(Reference.Text))).Bytes - empty) / 1e6;
        yield return Row.AtMost("assembly: client, JSON code and masks", 0.9, ours, "MB", $"NSwag {Row.Number(nswag, "MB")}, with neither JSON code of its own nor masks");
    }
}
