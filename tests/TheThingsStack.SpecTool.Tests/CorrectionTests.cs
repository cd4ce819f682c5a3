using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>Every correction once, on a reference small enough to read.</summary>
public sealed class CorrectionTests : IDisposable
{
    private const string Things = "/applications/{application_id}/things";
    private readonly Workspace _work = new();

    public CorrectionTests() => _work.Refresh();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("created_at", """{"type":"string","format":"date-time"}""")]
    [InlineData("delay", """{"$ref":"#/components/schemas/DelayValue"}""")]
    [InlineData("margin", """{"type":["number","null"],"format":"float"}""")]
    [InlineData("frequency", """{"type":"string","format":"uint64"}""")]
    [InlineData("counts", """{"type":"object","additionalProperties":{"type":"integer","format":"uint32"}}""")]
    [InlineData("payload", """{"type":"string","contentEncoding":"base64"}""")]
    [InlineData("data", """{"type":"object","additionalProperties":true}""")]
    [InlineData("old_name", """{"type":["string","null"],"deprecated":true}""")]
    public void Property_OfAMessage_HasTheTypeOnTheWire(string property, string expected) =>
        Assert.Equal(expected, Schema("Thing")["properties"]![property]!.ToJsonString());

    [Fact]
    public void Duration_OfAMessage_MatchesItsPattern()
    {
        var period = Schema("Thing")["properties"]!["period"]!;

        Assert.Equal("duration", (string?)period["format"]);
        Assert.Matches((string)period["pattern"]!, "0.061696s");
        Assert.Matches((string)period["pattern"]!, "-3s");
        Assert.DoesNotMatch((string)period["pattern"]!, "PT3S");
    }

    [Theory]
    [InlineData("DelayValue", """{"$ref":"#/components/schemas/Delay"}""")]
    [InlineData("Delay", """{"type":"integer","enum":[0,1],"x-enum-varnames":["DELAY_0","DELAY_1"]}""")]
    [InlineData("Kind", """{"type":"string","enum":["KIND_A","KIND_B","KIND_ALIAS_OF_B"]}""")]
    [InlineData("Free", """{"type":"object","properties":{}}""")]
    public void Schema_OfWrapperEnumOrEmptyMessage_IsWhatIsOnTheWire(string name, string expected) =>
        Assert.Equal(expected, Schema(name).ToJsonString());

    [Theory]
    [InlineData("gateway_eui", """{"name":"gateway_eui","in":"query","schema":{"type":"string","contentEncoding":"base64","x-bytes":"Eui64"}}""")]
    [InlineData("limit", """{"name":"limit","in":"query","schema":{"type":"integer","format":"uint32"}}""")]
    [InlineData("field_mask", """{"name":"field_mask","in":"query","style":"form","explode":false,"schema":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("kinds", """{"name":"kinds","in":"query","style":"form","explode":true,"schema":{"type":"array","items":{"$ref":"#/components/schemas/Kind"}}}""")]
    [InlineData("attributes_contain", """{"name":"attributes_contain","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","additionalProperties":{"type":"string"}}}""")]
    public void Parameter_OfAQuery_HasItsRealTypeAndForm(string name, string expected) =>
        Assert.Equal(expected, Operation(Things, "get").Parameters().Single(p => (string)p!["name"]! == name)!.ToJsonString());

    [Fact]
    public void Body_ThatUpstreamCopies_IsTheRealMessage()
    {
        var body = Operation(Things, "post").BodySchema();

        Assert.Equal("""{"type":"object","properties":{"thing":{"$ref":"#/components/schemas/Thing"},"field_mask":{"$ref":"#/components/schemas/FieldMask"}}}""", body!.ToJsonString());
        Assert.DoesNotContain(_work.OpenApi.Schemas().Keys(), k => k.EndsWith("Body", StringComparison.Ordinal));
    }

    [Fact]
    public void Response_OfAStream_IsALineWithResultOrError()
    {
        var content = Operation("/events", "post")["responses"]!["200"]!["content"]!.AsObject();

        Assert.Equal(
            """{"application/jsonl":{"schema":{"type":"object","properties":{"result":{"$ref":"#/components/schemas/Thing"},"error":{"$ref":"#/components/schemas/Status"}}}}}""",
            content.ToJsonString());
    }

    [Fact]
    public void Rules_OfTheFacts_SayWhatTheDocumentCannot()
    {
        var rules = _work.Rules;
        var thing = rules["messages"]!["Thing"]!;

        Assert.Equal("map<uint64,uint32>", (string?)thing["fields"]!["counts"]);
        Assert.Null(thing["fields"]!["name"]);
        Assert.Equal("""{"name":{"maxLength":50},"kind":{"notIn":["KIND_A"]},"frequency":{"minimum":100000}}""", thing["limits"]!.ToJsonString());
        Assert.Equal("""{"mode":{"members":["fixed","free"],"required":true}}""", rules["messages"]!["ThingSettings"]!["oneofs"]!.ToJsonString());
        Assert.Equal("""{"wire":"string","values":{"KIND_A":0,"KIND_B":1,"KIND_ALIAS_OF_B":1},"written":{"1":"KIND_B"},"accepts":{"a":0}}""", rules["enums"]!["Kind"]!.ToJsonString());
        Assert.Equal(["ThingRegistry/Delete", "ThingRegistry/List", "ThingRegistry/Set", "ThingRegistry/Watch"], rules["rpcs"]!.AsObject().Keys());
        Assert.Equal(
            """{"operations":["ThingRegistry_List"],"request":"ListThingsRequest","response":"Things","mask":{"message":"Thing","writes":false,"paths":"*"},"parameters":{"field_mask":"mask","gateway_eui":"Eui64","kinds":"Kind","limit":"uint32"},"limits":{"application_id":{"maxLength":36,"pattern":"^[a-z]\u002B$"},"order":{"enum":["","name","-name"]},"limit":{"maximum":1000}},"order":["name","-name"]}""",
            rules["rpcs"]!["ThingRegistry/List"]!.ToJsonString());
    }

    private JsonObject Schema(string name) => _work.OpenApi.Schemas()[name]!.AsObject();

    private JsonObject Operation(string path, string method) => _work.OpenApi["paths"]![path]![method]!.AsObject();
}
