using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TheThingsStack.Benchmarks.Harness;

/// <summary>Prints the table as it grows, and writes it as Markdown.</summary>
internal sealed class Report(Settings settings)
{
    private readonly List<Row> _rows = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public void Add(Benchmark benchmark, IEnumerable<Row> rows)
    {
        Console.WriteLine($"{benchmark.Name}:");
        foreach (var row in rows)
        {
            _rows.Add(row);
            Console.WriteLine($"  {Verdict(row),-6} {row.What}: {row.Measured} (target {row.Target}); {row.Behind}");
        }
    }

    /// <returns>The exit code: 1 where a target is missed.</returns>
    public int Finish()
    {
        var path = Path.Combine(Repository.Root, "artifacts", "benchmarks.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Markdown());
        var missed = _rows.Count(static r => r.IsMet == false);
        Console.WriteLine($"{_rows.Count} rows, {missed} missed, {_watch.Elapsed.TotalSeconds:0} s: {path}");
        return missed == 0 ? 0 : 1;
    }

    private string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine("# Benchmarks").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, .NET {Environment.Version}, {Environment.ProcessorCount} processors{(settings.IsQuick ? ", quick" : "")}{(settings.IsLong ? ", long" : "")}.");
        text.AppendLine("Processor time, the fastest of several rounds, in which the contenders took turns.").AppendLine();
        text.AppendLine("| what | target | measured | | behind it |").AppendLine("|---|--:|--:|---|---|");
        foreach (var row in _rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.What} | {row.Target} | {row.Measured} | {Verdict(row)} | {row.Behind} |");
        return text.ToString();
    }

    private static string Verdict(Row row) => row.IsMet switch
    {
        true => "met",
        false => "missed",
        null => "",
    };
}
