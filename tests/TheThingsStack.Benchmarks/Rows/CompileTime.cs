using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Benchmarks.Rivals;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>The time that a client adds to the user's compiler, started anew: ours includes its generation, NSwag's does not.</summary>
internal sealed class CompileTime : Benchmark
{
    private const string Narrow = "EndDeviceRegistry|NsEndDeviceRegistry|AsEndDeviceRegistry|JsEndDeviceRegistry|Events";

    public override IEnumerable<Row> Run(Settings settings)
    {
        using var csc = new Csc();
        string[][] projects = [csc.Empty(), csc.Generated(Reference.Text), csc.With(NSwagClient.Generate(Reference.Text)), csc.Generated(Reference.Text, Narrow, "narrow.json")];
        var times = Rounds.FastestProcess(settings.Rounds(9), Array.ConvertAll<string[], Func<double>>(projects, project => () => csc.Run(project).Milliseconds));
        var (ours, nswag, narrow) = ((times[1] - times[0]) / 1000, (times[2] - times[0]) / 1000, (times[3] - times[0]) / 1000);
        var behind = $"{Row.Number(ours, "s")}; NSwag {Row.Number(nswag, "s")}, an empty project {Row.Number(times[0] / 1000, "s")}";
        yield return Row.AtMost("time that the client adds to csc, against NSwag's output", 0.25, ours / nswag, "×", behind);
        yield return Row.AtMost("the same, narrowed to the four device registries and events", 0.5, narrow, "s", $"{Row.Number(narrow / nswag, "×")} of NSwag's output");
    }
}
