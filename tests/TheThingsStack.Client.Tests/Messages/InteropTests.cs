using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

/// <summary>Whoever has <see cref="JsonSerializer"/> already gets the same JSON from it.</summary>
public class InteropTests
{
    [Fact]
    public void Serializer_OfEveryMessage_WritesAndReadsTheSame()
    {
        foreach (var message in ApiReference.Messages)
        {
            var type = ClientTypes.Named(message);
            var sample = new SampleFactory(new Choices(3, fill: 0.7, depth: 2, extremes: true)).Message(message);
            var written = MessageAccess.For(type).Write(sample.Clr);
            Assert.Equal(written, JsonSerializer.SerializeToUtf8Bytes(sample.Clr, type));
            var read = JsonSerializer.Deserialize(written, type)!;
            Assert.Equal(written, MessageAccess.For(type).Write(read));
        }
    }

    [Fact]
    public void Serializer_OfEveryEnum_WritesAndReadsTheSame()
    {
        foreach (var name in ApiReference.Enums)
        {
            var type = ClientTypes.Named(name);
            var (value, number) = ApiReference.EnumRules(name)["values"]!.AsObject().First();
            var expected = (string)ApiReference.EnumRules(name)["wire"]! == "number" ? number!.ToJsonString() : $"\"{value}\"";
            Assert.Equal(expected, JsonSerializer.Serialize(Activator.CreateInstance(type, value), type));
            Assert.Equal(Activator.CreateInstance(type, value), JsonSerializer.Deserialize(expected, type));
        }
    }

    [Fact]
    public void Serializer_OfOwnTypesThatHoldMessages_Works()
    {
        var holder = new Holder("h", new() { Name = "n", MinFrequency = 868100000 }, [new() { Name = "e" }], MacVersion.V1_0_3, null);
        var json = JsonSerializer.Serialize(holder);
        Assert.Equal("""{"Name":"h","Device":{"name":"n","min_frequency":"868100000"},"Ups":[{"name":"e"}],"Version":"MAC_V1_0_3","Other":null}""", json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Holder>(json)));
    }

    [Fact]
    public async Task Serializer_FromAStreamInPieces_ReadsTheSame()
    {
        var device = (EndDevice)new SampleFactory(new Choices(3, fill: 1, depth: 3, extremes: true)).Message("EndDevice").Clr;
        var written = MessageJson.ToUtf8Bytes(device);
        using var stream = new MemoryStream(written);
        var read = await JsonSerializer.DeserializeAsync<EndDevice>(stream, new JsonSerializerOptions { DefaultBufferSize = 16 });
        Assert.Equal(written, MessageJson.ToUtf8Bytes(read!));
    }

    [Fact]
    public async Task Serializer_FromAStreamInPieces_PassesOverWhatItDoesNotKnow()
    {
        using var stream = new MemoryStream("""{"unknown":{"a":[1,{"b":"a long text, longer than the buffer"}]},"name":"n","data":{"@type":"x/y","a":{}}}"""u8.ToArray());
        var read = await JsonSerializer.DeserializeAsync<Event>(stream, new JsonSerializerOptions { DefaultBufferSize = 16 });
        Assert.Equal("n", read!.Name);
        Assert.Equal("y", read.Data!.TypeName);
    }

    [Fact]
    public void Serializer_OfAny_WritesItsContent()
    {
        var any = Any.Pack(new EndDevice { Name = "n" });
        Assert.Equal("""{"@type":"type.googleapis.com/ttn.lorawan.v3.EndDevice","name":"n"}""", JsonSerializer.Serialize(any));
        Assert.Equal("n", JsonSerializer.Deserialize<Any>(JsonSerializer.Serialize(any))!.Unpack<EndDevice>().Name);
    }

    [Fact]
    public void Text_IsTheBytesAsText()
    {
        var device = new EndDevice { Name = "ü<>&'\"" };
        Assert.Equal(MessageJson.ToUtf8Bytes(device), Encoding.UTF8.GetBytes(MessageJson.ToText(device)));
        Assert.Equal("ü<>&'\"", (string?)JsonNode.Parse(MessageJson.ToText(device))!["name"]);
    }

    private sealed record Holder(string Name, EndDevice Device, List<Event> Ups, MacVersion Version, EndDevice? Other);
}
