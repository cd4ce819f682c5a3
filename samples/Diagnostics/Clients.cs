using TheThingsStack;
using TheThingsStack.V3;

namespace Diagnostics;

/// <summary>How a client is set up.</summary>
internal static class Clients
{
    public static TheThingsStackClient WithoutUserAgent(string key) =>
        new(new TheThingsStackOptions { Address = "stack.example.com", ApiKey = key }); // TTS1001

    public static TheThingsStackOptions WithoutVersion(string key) =>
        new() { Address = "stack.example.com", ApiKey = key, UserAgent = new("acme-soil-monitor", "0.0.0") }; // TTS1003

    public static TheThingsStackOptions Placeholder(string key) =>
        new() { Address = "stack.example.com", ApiKey = key, UserAgent = new("my-integration", "1.4.0") }; // TTS1004

    public static TheThingsStackOptions Malformed(string key) =>
        new() { Address = "stack.example.com", ApiKey = key, UserAgent = new("Acme Soil Monitor", "1.4.0") }; // TTS1005

    public static TheThingsStackOptions KeyInSource() => new()
    {
        Address = "stack.example.com",
        ApiKey = "NNSXS.VEEBURF3KR77ZR3PTDT6JMDYPPZB4FMG3IHWA5Q.QKQ2W3RJ6OTX7TJ3LYBVVGQ2R5WNQJ3G5N2M7T4Q5X6ZCBDHFKAA", // TTS1006
        UserAgent = new("acme-soil-monitor", "1.4.0"),
    };

    public static TheThingsStackOptions PlainHttp(string key) =>
        new() { Address = "http://stack.example.com", ApiKey = key, UserAgent = new("acme-soil-monitor", "1.4.0") }; // TTS1007
}
