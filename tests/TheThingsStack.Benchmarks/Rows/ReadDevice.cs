using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Benchmarks.Rivals;
using TheThingsStack.Benchmarks.Rivals.SourceGen;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>An end device, from the bytes of an answer.</summary>
internal sealed class ReadDevice : Harness.Benchmark
{
    public override IReadOnlyDictionary<string, string> Variables => WorkstationCollector;

    public override IEnumerable<Row> Run(Settings settings)
    {
        var results = MicroBenchmark.Run<Reading>(settings);
        var (ours, rival, scan) = (results[nameof(Reading.Generated)], results[nameof(Reading.SourceGen)], results[nameof(Reading.Scan)]);
        var kept = ObjectGraph.SizeOf(new Reading().Generated());
        var behind = $"{Row.Number(ours.Microseconds, "µs")}; source-gen {Row.Number(rival.Microseconds, "µs")}, scan {Row.Number(scan.Microseconds, "µs")}";
        yield return Row.AtMost($"read an end device of {Samples.EndDevice.Length} bytes, against System.Text.Json source-gen", 0.6, ours.Microseconds / rival.Microseconds, "×", behind);
        yield return Row.AtMost("the same, against a scan with Utf8JsonReader", 2.2, ours.Microseconds / scan.Microseconds, "×", behind);
        yield return Row.AtMost("allocated by it, against its objects and strings", 1, (double)ours.Bytes / kept, "×", $"{ours.Bytes} of {kept} bytes; source-gen {rival.Bytes}");
    }
}

/// <summary>The contenders, public because BenchmarkDotNet asks for it.</summary>
public class Reading
{
    [Benchmark]
    public object Generated() => MessageJson.Parse<V3.EndDevice>(Samples.EndDevice);

    [Benchmark]
    public object SourceGen() => JsonSerializer.Deserialize(Samples.EndDevice, SourceGenContext.Default.EndDevice)!;

    [Benchmark]
    public int Scan() => RawScan.Count(Samples.EndDevice);
}
