namespace TheThingsStack.Benchmarks.Harness;

/// <summary>What the command line asks for.</summary>
/// <param name="Only">The benchmarks to run, by name; empty for all.</param>
/// <param name="IsQuick">Fewer rounds.</param>
/// <param name="IsLong">The sizes of the targets, which take many minutes.</param>
/// <param name="IsOwnProcess">Whether this process is one that <see cref="OwnProcess"/> started for a benchmark.</param>
internal sealed record Settings(string[] Only, bool IsQuick, bool IsLong, bool IsOwnProcess)
{
    /// <summary>Reads the command line; null, with a word on the error output, where it is not understood.</summary>
    public static Settings? Read(string[] arguments, IReadOnlyCollection<Benchmark> all)
    {
        var settings = new Settings([], false, false, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--quick":
                    settings = settings with { IsQuick = true };
                    break;
                case "--long":
                    settings = settings with { IsLong = true };
                    break;
                case OwnProcess.Option:
                    settings = settings with { IsOwnProcess = true };
                    break;
                case "--only" when i + 1 < arguments.Length:
                    settings = settings with { Only = arguments[++i].Split(',') };
                    break;
                default:
                    Console.Error.WriteLine($"Not an option: {arguments[i]}. There are --quick, --long and --only NAME,NAME.");
                    return null;
            }
        }

        var unknown = settings.Only.FirstOrDefault(name => !all.Any(b => Is(b, name)));
        if (unknown is null)
            return settings;
        Console.Error.WriteLine($"No benchmark {unknown}. There are {string.Join(", ", all.Select(static b => b.Name))}.");
        return null;
    }

    public bool Wants(Benchmark benchmark) => Only.Length == 0 || Only.Any(name => Is(benchmark, name));

    /// <summary>How many rounds to measure, of a benchmark that usually takes so many.</summary>
    public int Rounds(int usual) => IsQuick ? Math.Max(3, usual / 4) : usual;

    private static bool Is(Benchmark benchmark, string name) => string.Equals(benchmark.Name, name, StringComparison.OrdinalIgnoreCase);
}
