using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;

namespace TheThingsStack.Client.Tests.Messages;

public class StructAndAnyTests
{
    private const string Payload = """{"b":null,"a":[1,2.50,{"x":"NaN"}],"":{},"t":true}""";

    [Fact]
    public void Struct_IsKeptAsItCame()
    {
        var uplink = MessageJson.Parse<ApplicationUplink>($$"""{"decoded_payload":{{Payload}},"normalized_payload":[{{Payload}},{}]}""");
        Assert.Equal(2.5, (double)uplink.DecodedPayload!["a"]![1]!);
        Assert.Equal(2, uplink.NormalizedPayload!.Count);
        Assert.Equal($$"""{"decoded_payload":{{Payload}},"normalized_payload":[{{Payload}},{}]}""", MessageJson.ToText(uplink));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    public void Struct_OtherThanAnObject_IsRefused(string form)
    {
        Assert.Throws<JsonException>(() => MessageJson.Parse<ApplicationUplink>($$"""{"decoded_payload":{{form}}}"""));
        Assert.Throws<JsonException>(() => MessageJson.Parse<Event>($$"""{"data":{{form}}}"""));
    }

    [Theory]
    [InlineData("""{"decoded_payload":{"a":"\ud800"}}""")]
    [InlineData("""{"decoded_payload":{"\ud800":1}}""")]
    [InlineData("""{"decoded_payload":{"a":[[{"b":["\udc00"]}]]}}""")]
    public void Struct_WithTextThatIsNone_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => MessageJson.Parse<ApplicationUplink>(json));

    [Fact]
    public void Any_OfEveryNamedMessage_UnpacksWhatWasPacked()
    {
        foreach (var message in ApiReference.Messages)
        {
            if ((string?)ApiReference.MessageRules(message)?["proto"] is not { } proto)
                continue;
            var access = MessageAccess.For(ClientTypes.Named(message));
            var sample = new SampleFactory(new Choices(7, fill: 0.7, depth: 1, extremes: true)).Message(message);
            var any = access.Pack(sample.Clr);
            Assert.Equal(proto, any.TypeName);
            Assert.Equal("type.googleapis.com/" + proto, (string?)any.Content["@type"]);
            JsonDiff.AssertEqual(sample.Json, JsonDiff.Parse(access.Write(access.Unpack(any))), message);
            JsonDiff.AssertEqual(any.Content, JsonNode.Parse(MessageJson.ToText(any)), message);
        }
    }

    [Fact]
    public void Any_OfAnotherType_IsNotUnpacked()
    {
        var any = Any.Pack(new EndDevice { Name = "n" });
        Assert.True(any.Is<EndDevice>());
        Assert.False(any.Is<Gateway>());
        Assert.Throws<InvalidOperationException>(() => any.Unpack<Gateway>());
    }

    [Fact]
    public void Any_OfAMessageWithoutAName_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Any.Pack(new Status()));

    [Fact]
    public void Any_WithAWellKnownValue_KeepsIt()
    {
        const string Json = """{"name":"events.stream.start","data":{"@type":"type.googleapis.com/google.protobuf.Value","value":["a","b"]}}""";
        var start = MessageJson.Parse<Event>(Json);
        Assert.Equal("google.protobuf.Value", start.Data!.TypeName);
        Assert.Equal(2, start.Data.Content["value"]!.AsArray().Count);
        Assert.Equal(Json, MessageJson.ToText(start));
    }

    [Theory]
    [InlineData("""{"@type":"type.googleapis.com/ttn.lorawan.v3.EndDevice","f_port":"x"}""", "ttn.lorawan.v3.EndDevice")]
    [InlineData("""{"@type":"ttn.lorawan.v3.EndDevice"}""", "ttn.lorawan.v3.EndDevice")]
    [InlineData("""{"@type":1}""", "")]
    [InlineData("""{}""", "")]
    public void Any_TypeName_IsTheEndOfTheUrl(string json, string name) =>
        Assert.Equal(name, MessageJson.Parse<Any>(json).TypeName);

    [Fact]
    public void Any_WhoseContentDoesNotFit_IsAJsonException()
    {
        var any = MessageJson.Parse<Any>("""{"@type":"type.googleapis.com/ttn.lorawan.v3.EndDevice","ids":[]}""");
        Assert.Throws<JsonException>(any.Unpack<EndDevice>);
    }
}
