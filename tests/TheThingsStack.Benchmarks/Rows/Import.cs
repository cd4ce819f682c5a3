using System.Net;
using TheThingsStack.Benchmarks.Harness;
using TheThingsStack.V3;

namespace TheThingsStack.Benchmarks.Rows;

/// <summary>A fleet of devices, registered on four servers. A server in this process takes them as fast as they come.</summary>
internal sealed class Import : Benchmark
{
    // What a server that limits calls gives each RPC in a minute.
    private const double Limit = 1000;

    public override IEnumerable<Row> Run(Settings settings)
    {
        RunAsync(1000).GetAwaiter().GetResult();
        var perMinute = 0.0;
        int[] sizes = settings.IsLong ? [1000, 10_000, 100_000] : [1000, 10_000];
        foreach (var size in sizes)
        {
            var (first, last) = (0L, 0L);
            var milliseconds = Rounds.Time(() => (first, last) = RunAsync(size).GetAwaiter().GetResult());
            perMinute = size / milliseconds * 60_000;
            yield return Row.AtMost($"memory that grows over the import of {size:N0} devices", 1, Math.Max(0, last - first) / 1e6, "MB",
                $"{Row.Number(first / 1e6, "MB")} after a tenth, {Row.Number(last / 1e6, "MB")} at the end");
        }

        yield return Row.AtLeast($"devices that one processor can import, against a limit of {Limit:N0} calls a minute", 10, perMinute / Limit, "×",
            $"{Row.Number(perMinute, "devices")} a minute, of four calls each");
    }

    private static async Task<(long First, long Last)> RunAsync(int size)
    {
        using var http = new HttpClient(new WillingServer());
        using var stack = new TheThingsStackClient(new() { Address = "stack.example.com", ApiKey = "NNSXS.BENCHMARK.KEY", UserAgent = new("benchmarks", "1.0") }, http);
        var memory = new Memory(size);
        var result = await stack.Devices.ImportAsync(Devices(size), progress: memory);
        return result.Registered == size
            ? (memory.First, memory.Last)
            : throw new InvalidOperationException($"{result.Registered} of {size} devices were registered: {result.Failures.FirstOrDefault()?.Failure}");
    }

    private static async IAsyncEnumerable<EndDevice> Devices(int size)
    {
        for (var i = 0; i < size; i++)
        {
            await Task.CompletedTask;
            yield return new()
            {
                Ids = new() { DeviceId = $"device-{i}", ApplicationIds = "app", DevEui = Eui64.Parse($"70B3D57E{i:X8}"), JoinEui = Eui64.Parse("70B3D57ED0000002") },
                Name = $"Device {i}",
                LorawanVersion = MacVersion.V1_0_3,
                LorawanPhyVersion = PhyVersion.PhyV1_0_3RevA,
                FrequencyPlanId = "EU_863_870_TTN",
                SupportsJoin = true,
                Formatters = new() { UpFormatter = PayloadFormatter.Repository },
                RootKeys = new() { AppKey = new() { Key = AesKey.Parse("2B7E151628AED2A6ABF7158809CF4F3C") } },
            };
        }
    }

    /// <summary>What is held after a tenth of the devices, and at the end.</summary>
    private sealed class Memory(int size) : IProgress<DeviceImportProgress>
    {
        public long First { get; private set; }

        public long Last { get; private set; }

        public void Report(DeviceImportProgress value)
        {
            if (value.Done == size / 10)
                First = GC.GetTotalMemory(forceFullCollection: true);
            else if (value.Done == size)
                Last = GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    /// <summary>Answers everything with a device of which nothing is told.</summary>
    private sealed class WillingServer : HttpMessageHandler
    {
        private static readonly byte[] Answer = "{}"u8.ToArray();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
                await content.CopyToAsync(Stream.Null, cancellationToken);
            return new(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer) { Headers = { ContentType = new("application/json") } } };
        }
    }
}
