using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator;
using Xunit.Abstractions;

namespace TheThingsStack.Samples.Tests;

public sealed class DeviceFleetTests(ITestOutputHelper output) : IDisposable
{
    private const int Count = 5_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("device-fleet").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task DeviceFleet_KilledHalfWay_FinishesWithNothingTwiceAndNothingLost()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync();
        var file = Path.Combine(_folder, "fleet.jsonl");
        using (var generate = SampleProgram.Start("DeviceFleet", "--generate", Count.ToString(CultureInfo.InvariantCulture), "--file", file))
            Assert.Equal(0, await generate.EndAsync());
        string[] arguments = ["--file", file, "--address", emulator.Address.ToString(), "--api-key", emulator.ApiKey];

        using (var first = SampleProgram.Start("DeviceFleet", arguments))
        {
            await UntilHalfDoneAsync(file + ".done");
            await first.KillAsync();
            output.WriteLine(LastLine(first));
        }

        using var second = SampleProgram.Start("DeviceFleet", arguments);
        Assert.Equal(0, await second.EndAsync());
        output.WriteLine(LastLine(second));

        var expected = Enumerable.Range(0, Count).Select(i => $"probe-{i:000000}").ToList();
        foreach (var server in (string[])["", "/ns", "/as", "/js"])
            Assert.Equal(Count, await CountAsync(emulator, server, expected));
        Assert.Equal(expected, await ListAsync(emulator));
    }

    private static async Task UntilHalfDoneAsync(string journal)
    {
        while (!File.Exists(journal) || new FileInfo(journal).Length < Count / 2 * "probe-000000\n".Length)
            await Task.Delay(20);
    }

    private static string LastLine(SampleProgram program) => program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    /// <summary>How many of the devices a server has.</summary>
    private static async Task<int> CountAsync(TheThingsStackEmulator emulator, string server, IEnumerable<string> ids)
    {
        using var http = Client(emulator);
        var found = 0;
        await Parallel.ForEachAsync(ids, async (id, cancellation) =>
        {
            using var response = await http.GetAsync(new Uri($"{emulator.Address}api/v3{server}/applications/app1/devices/{id}"), cancellation);
            if (response.IsSuccessStatusCode)
                Interlocked.Increment(ref found);
        });
        return found;
    }

    /// <summary>The ids of the fleet on the Identity Server, each as often as it is there.</summary>
    private static async Task<List<string>> ListAsync(TheThingsStackEmulator emulator)
    {
        using var http = Client(emulator);
        List<string> ids = [];
        for (var page = 1; ; page++)
        {
            var answer = JsonNode.Parse(await http.GetStringAsync(new Uri($"{emulator.Address}api/v3/applications/app1/devices?limit=1000&page={page}&order=device_id")))!;
            if (answer["end_devices"] is not JsonArray devices)
                return ids;
            ids.AddRange(devices.Select(d => (string)d!["ids"]!["device_id"]!).Where(id => id.StartsWith("probe-", StringComparison.Ordinal)));
        }
    }

    private static HttpClient Client(TheThingsStackEmulator emulator) =>
        new() { DefaultRequestHeaders = { { "Authorization", $"Bearer {emulator.ApiKey}" }, { "User-Agent", "fleet-tests/1.0.0" } } };
}
