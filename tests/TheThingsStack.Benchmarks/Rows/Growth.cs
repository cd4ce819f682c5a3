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
        var first = (Generation: Generate(1), Compiler: csc.Run(csc.Generated(Copies.Of(1))));
        foreach (var size in sizes)
        {
            var (generation, compiler) = (Generate(size), csc.Run(csc.Generated(Copies.Of(size), name: $"api{size}.json")));
            yield return Linear($"generation of {size} × the reference", size, generation.Time / first.Generation.Time, $"{Row.Number(generation.Time, "ms")}; once {Row.Number(first.Generation.Time, "ms")}");
            yield return Linear("bytes allocated by it", size, generation.Bytes / first.Generation.Bytes, $"{Row.Number(generation.Bytes / 1e6, "MB")}; once {Row.Number(first.Generation.Bytes / 1e6, "MB")}");
            yield return Linear($"csc with {size} × the reference", size, (compiler.Milliseconds - empty.Milliseconds) / (first.Compiler.Milliseconds - empty.Milliseconds), $"{Row.Number(compiler.Milliseconds / 1000, "s")}; once {Row.Number(first.Compiler.Milliseconds / 1000, "s")}");
            yield return Linear("memory at its peak", size, compiler.PeakMegabytes / first.Compiler.PeakMegabytes, $"{Row.Number(compiler.PeakMegabytes, "MB")}; once {Row.Number(first.Compiler.PeakMegabytes, "MB")}");
        }

        (double Time, double Bytes) Generate(int size)
        {
            var reference = new UserProject.ReferenceFile(Copies.Of(size));
            var before = 0L;
            var times = Rounds.Fastest(settings.Rounds(12), () =>
            {
                before = GC.GetAllocatedBytesForCurrentThread();
                return Rounds.Time(() => UserProject.Driver(reference).RunGenerators(compilation));
            });
            return (times[0], GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static Row Linear(string what, int size, double measured, string behind) => Row.AtMost(what, size * Margin, measured, "×", behind);
}
