using System.Text.Json;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

public class MapTests
{
    [Fact]
    public void Map_WithIntegerKeys_HasThemAsStrings()
    {
        var picture = new Picture { Sizes = new() { [0] = "https://x/0", [uint.MaxValue] = "https://x/m" } };
        Assert.Equal("""{"sizes":{"0":"https://x/0","4294967295":"https://x/m"}}""", MessageJson.ToText(picture));
        Assert.Equal("https://x/m", MessageJson.Parse<Picture>(MessageJson.ToText(picture)).Sizes![uint.MaxValue]);

        var state = new MacState { RejectedDataRateRanges = new() { [ulong.MaxValue] = new() } };
        Assert.Equal("""{"rejected_data_rate_ranges":{"18446744073709551615":{}}}""", MessageJson.ToText(state));
        Assert.Equal(ulong.MaxValue, Assert.Single(MessageJson.Parse<MacState>(MessageJson.ToText(state)).RejectedDataRateRanges!).Key);
    }

    [Theory]
    [InlineData("""{"sizes":{"x":"y"}}""")]
    [InlineData("""{"sizes":{"":"y"}}""")]
    [InlineData("""{"sizes":{"-1":"y"}}""")]
    [InlineData("""{"sizes":{"4294967296":"y"}}""")]
    [InlineData("""{"sizes":{"1.0":"y"}}""")]
    [InlineData("""{"sizes":[]}""")]
    [InlineData("""{"sizes":{"1":{}}}""")]
    public void Map_WithOtherKeysOrValues_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => MessageJson.Parse<Picture>(json));

    [Fact]
    public void Map_WithOneKeyTwice_HasTheLast()
    {
        var device = MessageJson.Parse<EndDevice>("""{"attributes":{"a":"1","b":"2","a":"3","c":null}}""");
        Assert.Equal([new("a", "3"), new("b", "2")], device.Attributes!.OrderBy(a => a.Key));
    }

    [Fact]
    public void Map_Empty_IsWritten()
    {
        var device = MessageJson.Parse<EndDevice>("""{"attributes":{},"locations":{}}""");
        Assert.Empty(device.Attributes!);
        Assert.Equal("""{"attributes":{},"locations":{}}""", MessageJson.ToText(device));
    }
}
