using System.Runtime.CompilerServices;
using System.Text.Json;
using TheThingsStack;
using TheThingsStack.V3;

namespace DeviceFleet;

/// <summary>A file with one end device a line.</summary>
internal static class FleetFile
{
    /// <summary>The devices that are not done yet, as they are asked for: the file may be larger than the memory.</summary>
    public static async IAsyncEnumerable<EndDevice> ReadAsync(string file, Func<string, bool> isDone, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            number++;
            if (line.Length == 0)
                continue;
            var device = Parse(file, number, line);
            if (device.Ids?.DeviceId is not { } id || !isDone(id))
                yield return device;
        }
    }

    public static async Task<int> CountAsync(string file)
    {
        var count = 0;
        await foreach (var line in File.ReadLinesAsync(file))
            count += line.Length > 0 ? 1 : 0;
        return count;
    }

    /// <summary>Makes up a fleet.</summary>
    public static async Task WriteAsync(string file, string application, int count)
    {
        await using var writer = new StreamWriter(file);
        for (var i = 0; i < count; i++)
            await writer.WriteLineAsync(MessageJson.ToText(MakeUp(application, i)));
    }

    private static EndDevice MakeUp(string application, int number) => new()
    {
        Ids = new()
        {
            ApplicationIds = application,
            DeviceId = $"probe-{number:000000}",
            DevEui = Eui64.Parse($"70B3D57ED1{number:X6}"),
            JoinEui = Eui64.Parse("70B3D57ED0000001"),
        },
        Name = $"Probe {number}",
        SupportsJoin = true,
        LorawanVersion = MacVersion.V1_0_3,
        LorawanPhyVersion = PhyVersion.PhyV1_0_3RevA,
        FrequencyPlanId = "EU_863_870_TTN",
        Formatters = new() { UpFormatter = PayloadFormatter.Cayennelpp },
        RootKeys = new() { AppKey = new() { Key = AesKey.Parse($"00000000000000000000000000{number:X6}") } },
    };

    private static EndDevice Parse(string file, int number, string line)
    {
        try
        {
            return MessageJson.Parse<EndDevice>(line);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}, line {number}: {e.Message}", e);
        }
    }
}
