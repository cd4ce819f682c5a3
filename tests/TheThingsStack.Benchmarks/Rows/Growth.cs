using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>How time and memory grow with the reference: no faster than it does.</summary>
internal sealed class Growth : Benchmark
{
    // Linear, and a tenth for what else goes on.
    private const double Margin = 1.1;

    public override IEnumerable<Row> Run(Settings settings)
    {
        int[] sizes = settings.IsLong ? [4, 16] : [4];
        var compilation = UserProject.Compile(1);
        using var csc = new Csc();
        var empty = csc.Run(csc.Empty());
        var once = csc.Run(csc.Generated(Copies.Of(1)));
        foreach (var size in sizes)
        {
            Action one = Generation(1), copies = Generation(size);
            // As many of the one as there are copies in the other: both have as much to collect.
            var times = Rounds.Fastest(settings.Rounds(12), Rounds.Each(size, one), Rounds.Each(1, copies));
            var (bytes, bytesOfCopies) = (Rounds.Allocated(one, runs: 1), Rounds.Allocated(copies, runs: 1));
            var compiler = csc.Run(csc.Generated(Copies.Of(size), name: $"api{size}.json"));
            yield return Linear($"generation of {size} × the reference", size, times[1] / times[0], $"{Row.Number(times[1], "ms")}; once {Row.Number(times[0], "ms")}");
            yield return Linear("bytes allocated by it", size, (double)bytesOfCopies / bytes, $"{Row.Number(bytesOfCopies / 1e6, "MB")}; once {Row.Number(bytes / 1e6, "MB")}");
            yield return Linear($"csc with {size} × the reference", size, (compiler.Milliseconds - empty.Milliseconds) / (once.Milliseconds - empty.Milliseconds), $"{Row.Number(compiler.Milliseconds / 1000, "s")}; once {Row.Number(once.Milliseconds / 1000, "s")}");
            yield return Linear("memory at its peak", size, compiler.PeakMegabytes / once.PeakMegabytes, $"{Row.Number(compiler.PeakMegabytes, "MB")}; once {Row.Number(once.PeakMegabytes, "MB")}");
        }

        Action Generation(int size)
        {
            var reference = new UserProject.ReferenceFile(Copies.Of(size));
            return () => UserProject.Driver(reference).RunGenerators(compilation);
        }
    }

    private static Row Linear(string what, int size, double measured, string behind) => Row.AtMost(what, size * Margin, measured, "×", behind);
}
