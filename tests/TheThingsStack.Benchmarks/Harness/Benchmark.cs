using System.Collections.ObjectModel;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>One thing that users feel, measured beside what it is compared with.</summary>
internal abstract class Benchmark
{
    /// <summary>For <see cref="Variables"/>: the collector that a program has which asks for none, where the compiler, and so this program, has that of servers.</summary>
    protected static IReadOnlyDictionary<string, string> WorkstationCollector { get; } = new Dictionary<string, string> { ["DOTNET_gcServer"] = "0" };

    /// <summary>The name by which <c>--only</c> finds it.</summary>
    public string Name => GetType().Name;

    /// <summary>Variables of the environment that the runtime has to start with: where there are some, the benchmark runs in a process of its own.</summary>
    public virtual IReadOnlyDictionary<string, string> Variables => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Measures; one row for each target.</summary>
    public abstract IEnumerable<Row> Run(Settings settings);
}
