using System.Text.Json;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.Benchmarks.Inputs;
using TheThingsStack.Benchmarks.Rivals.SourceGen;
using TheThingsStack.V3;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>The events of an application, one JSON object a line, as they come from the connection.</summary>
internal sealed class EventStream : Benchmark
{
    public override IReadOnlyDictionary<string, string> Variables => WorkstationCollector;

    private const int Share = 20_000;

    public override IEnumerable<Row> Run(Settings settings)
    {
        var times = Rounds.Fastest(
            settings.Rounds(12),
            () => Rounds.Time(() => GeneratedAsync(Share, static _ => { }).GetAwaiter().GetResult()),
            () => Rounds.Time(() => SourceGenAsync(Share).GetAwaiter().GetResult()));
        yield return Row.AtLeast($"event stream, {Samples.EventLine.Length} bytes a line, against a line reader and source-gen", 2, times[1] / times[0], "×",
            $"{Row.Number(Share / times[0], "events/ms")}; {Row.Number(Share / times[1], "events/ms")}");

        var events = settings.IsLong ? 10_000_000 : settings.IsQuick ? 200_000 : 1_000_000;
        var (first, last) = MemoryOf(events);
        yield return Row.AtMost($"memory that grows over {events:N0} events", 1, Math.Max(0, last - first) / 1e6, "MB",
            $"{Row.Number(first / 1e6, "MB")} after a tenth, {Row.Number(last / 1e6, "MB")} at the end");
    }

    private static (long First, long Last) MemoryOf(int events)
    {
        var (first, last) = (0L, 0L);
        GeneratedAsync(events, number =>
        {
            if (number == events / 10)
                first = GC.GetTotalMemory(forceFullCollection: true);
            else if (number == events)
                last = GC.GetTotalMemory(forceFullCollection: true);
        }).GetAwaiter().GetResult();
        return (first, last);
    }

    private static async Task GeneratedAsync(int events, Action<int> afterEach)
    {
        using var http = new HttpClient(new RepeatingServer(Samples.EventLine, events));
        using var stack = new TheThingsStackClient(new() { Address = "stack.example.com", ApiKey = "NNSXS.BENCHMARK.KEY", UserAgent = new("benchmarks", "1.0") }, http);
        var count = 0;
        await foreach (var e in stack.Events.StreamAsync(new()))
        {
            if (e.Name is null)
                throw new InvalidOperationException("An event without a name.");
            afterEach(++count);
        }

        Check(count, events);
    }

    private static async Task SourceGenAsync(int events)
    {
        using var http = new HttpClient(new RepeatingServer(Samples.EventLine, events));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://stack.example.com/api/v3/events");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        var count = 0;
        while (await lines.ReadLineAsync() is { } line)
        {
            if (JsonSerializer.Deserialize(line, SourceGenContext.Default.StreamedEvent)?.Result?.Name is null)
                throw new InvalidOperationException("An event without a name.");
            count++;
        }

        Check(count, events);
    }

    private static void Check(int count, int events)
    {
        if (count != events)
            throw new InvalidOperationException($"{count} events of {events} arrived.");
    }
}
