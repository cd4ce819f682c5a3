namespace TheThingsStack.Benchmarks.Harness;

/// <summary>One thing that users feel, measured beside what it is compared with.</summary>
internal abstract class Benchmark
{
    /// <summary>The name by which <c>--only</c> finds it.</summary>
    public string Name => GetType().Name;

    /// <summary>Measures; one row for each target.</summary>
    public abstract IEnumerable<Row> Run(Settings settings);
}
