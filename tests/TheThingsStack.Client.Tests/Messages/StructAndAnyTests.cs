using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.Json;
using TheThingsStack.Tests.Json;
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
    [InlineData("""{"@type":"x/a.B","x":{"@type":"x/c.D"}}""", "a.B")]
    [InlineData("""{"@type":"x/a.B","@type":"x/c.D"}""", "c.D")]
    [InlineData("""{"@type":"x/a.B","@type":[1]}""", "")]
    [InlineData("""{"\u0040type":"x/a.\u0042"}""", "a.B")]
    [InlineData("""{"@type":1}""", "")]
    [InlineData("""{}""", "")]
    public void Any_TypeName_IsTheEndOfTheUrl(string json, string name)
    {
        var any = MessageJson.Parse<Any>(json);
        Assert.Equal(name, any.TypeName);
        Assert.NotEmpty(any.Content.ToJsonString());
        Assert.Equal(name, any.TypeName);
    }

    [Fact]
    public void Any_WhoseContentIsChanged_IsWhatTheContentIs()
    {
        var any = MessageJson.Parse<Any>("""{"@type":"x/ttn.lorawan.v3.Gateway","name":"n"}""");
        Assert.Equal("n", any.Unpack<Gateway>().Name);
        any.Content["name"] = "changed";
        Assert.Same(any.Content, any.Content);
        Assert.Equal("changed", any.Unpack<Gateway>().Name);
        any.Content["@type"] = "x/ttn.lorawan.v3.EndDevice";
        Assert.True(any.Is<EndDevice>());
        Assert.Equal("""{"@type":"x/ttn.lorawan.v3.EndDevice","name":"changed"}""", MessageJson.ToText(any));
    }

    [Theory]
    [InlineData("""{"data":{"a":"\ud800"}}""")]
    [InlineData("""{"data":{"\udc00":1}}""")]
    [InlineData("""{"data":{"a":[{]}}""")]
    [InlineData("""{"data":{"a":1}""")]
    public void Any_WithDamage_IsRefusedAtOnce(string json) =>
        Assert.ThrowsAny<JsonException>(() => MessageJson.Parse<Event>(json));

    [Fact]
    public void Any_WithBytesThatAreNoText_IsRefusedAtOnce()
    {
        byte[] json = [.. "{\"data\":{\"a\":\""u8, 0xC3, .. "\"}}"u8];
        Assert.ThrowsAny<JsonException>(() => MessageJson.Parse<Event>(json));
    }

    [Fact]
    public void Any_OfAnyReader_HasItsContent()
    {
        const string Json = """{"data":{"@type":"x/y", "a":[1.50,"ü"], "b":null},"name":"n"}""";
        var utf8 = Encoding.UTF8.GetBytes(Json);
        for (var length = 1; length < utf8.Length; length++)
        {
            var reader = new Utf8JsonReader(Cut.Of(utf8, length));
            reader.Read();
            Check(JsonRead.Value<Event>(ref reader));
        }

        Check(MessageJson.Parse<Event>(Json));
        Check(JsonSerializer.Deserialize<Event>(Json.Replace("null}", "null, /* none */ }", StringComparison.Ordinal), new JsonSerializerOptions { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!);

        static void Check(Event read)
        {
            Assert.Equal("n", read.Name);
            Assert.Equal("y", read.Data!.TypeName);
            Assert.Equal("""{"@type":"x/y","a":[1.50,"ü"],"b":null}""", read.Data.Content.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        }
    }

    [Fact]
    public void Any_WhoseContentDoesNotFit_IsAJsonException()
    {
        var any = MessageJson.Parse<Any>("""{"@type":"type.googleapis.com/ttn.lorawan.v3.EndDevice","ids":[]}""");
        Assert.Throws<JsonException>(any.Unpack<EndDevice>);
    }
}
