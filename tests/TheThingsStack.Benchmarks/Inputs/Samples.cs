using System.Text;
using System.Text.Json;
using TheThingsStack.Benchmarks.Harness;

namespace TheThingsStack.Benchmarks.Inputs;

/// <summary>What the server sends.</summary>
internal static class Samples
{
    /// <summary>An end device with everything that the Network Server knows of it: about 4 KB.</summary>
    public static byte[] EndDevice { get; } = Compact("end-device.json");

    /// <summary>A line of the event stream: an uplink was received.</summary>
    public static byte[] EventLine { get; } = [.. "{\"result\":"u8, .. Compact("event.json"), .. "}\n"u8];

    private static byte[] Compact(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/TheThingsStack.Benchmarks/Inputs", file)));
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(document.RootElement, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
