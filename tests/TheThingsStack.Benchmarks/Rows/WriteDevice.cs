using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Benchmarks.Rivals.SourceGen;
using TheThingsStack.Json;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>An end device, to the bytes of a request; nulls are not written.</summary>
internal sealed class WriteDevice : Harness.Benchmark
{
    public override IReadOnlyDictionary<string, string> Variables => WorkstationCollector;

    public override IEnumerable<Row> Run(Settings settings)
    {
        var results = MicroBenchmark.Run<Writing>(settings);
        var (ours, rival) = (results[nameof(Writing.Generated)], results[nameof(Writing.SourceGen)]);
        yield return Row.AtMost("write it, against source-gen without nulls", 0.6, ours.Microseconds / rival.Microseconds, "×",
            $"{Row.Number(ours.Microseconds, "µs")}; source-gen {Row.Number(rival.Microseconds, "µs")}");
        yield return Row.AtMost("allocated by it beyond the buffer", 0, ours.Bytes, "bytes", $"source-gen {rival.Bytes}");
    }
}

/// <summary>The contenders, public because BenchmarkDotNet asks for it.</summary>
public class Writing
{
    private readonly V3.EndDevice _generated = MessageJson.Parse<V3.EndDevice>(Samples.EndDevice);
    private readonly EndDevice _sourceGen = JsonSerializer.Deserialize(Samples.EndDevice, SourceGenContext.Default.EndDevice)!;
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly Utf8JsonWriter _writer;

    public Writing() => _writer = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    [Benchmark]
    public int Generated()
    {
        Write(_generated);
        return Finish();
    }

    [Benchmark]
    public int SourceGen()
    {
        JsonSerializer.Serialize(_writer, _sourceGen, SourceGenContext.Default.EndDevice);
        return Finish();
    }

    private void Write<T>(T message)
        where T : IJsonValue<T> => message.WriteTo(_writer);

    private int Finish()
    {
        _writer.Flush();
        var length = _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        return length;
    }
}
