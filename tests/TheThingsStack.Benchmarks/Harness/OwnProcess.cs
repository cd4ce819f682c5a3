using System.Diagnostics;
using System.Text.Json;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>Runs a benchmark in a process of its own, because what it sets of the runtime is read at the start only.</summary>
internal static class OwnProcess
{
    /// <summary>Tells this program that it is such a process.</summary>
    public const string Option = "--own-process";

    /// <summary>Starts this program anew for a benchmark; its rows, as they come.</summary>
    public static IEnumerable<Row> Run(Benchmark benchmark, Settings settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Arguments(benchmark, settings)) { RedirectStandardOutput = true };
        foreach (var (name, value) in benchmark.Variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
            yield return JsonSerializer.Deserialize<Row>(line)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{benchmark.Name} failed in its process.");
    }

    /// <summary>Runs the benchmark in this process, and writes each row as a line of JSON; the exit code.</summary>
    public static int Answer(Benchmark benchmark, Settings settings)
    {
        foreach (var row in benchmark.Run(settings))
            Console.WriteLine(JsonSerializer.Serialize(row));
        return 0;
    }

    private static IEnumerable<string> Arguments(Benchmark benchmark, Settings settings)
    {
        // Where "dotnet" runs the program, the program is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            yield return typeof(OwnProcess).Assembly.Location;
        yield return Option;
        yield return "--only";
        yield return benchmark.Name;
        if (settings.IsQuick)
            yield return "--quick";
        if (settings.IsLong)
            yield return "--long";
    }
}
