using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class TypeBinderTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "string")]
    [InlineData("""{"type":"string","format":"uuid"}""", "string")]
    [InlineData("""{"type":"boolean"}""", "bool")]
    [InlineData("""{"type":"integer"}""", "long")]
    [InlineData("""{"type":"integer","format":"int32"}""", "int")]
    [InlineData("""{"type":"integer","format":"uint32"}""", "uint")]
    [InlineData("""{"type":"integer","format":"int64"}""", "long")]
    [InlineData("""{"type":"integer","format":"uint64"}""", "ulong")]
    [InlineData("""{"type":"string","format":"int64"}""", "long")]
    [InlineData("""{"type":"string","format":"uint64"}""", "ulong")]
    [InlineData("""{"type":"number"}""", "double")]
    [InlineData("""{"type":"number","format":"float"}""", "float")]
    [InlineData("""{"type":"string","format":"byte"}""", "byte[]")]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""", "byte[]")]
    [InlineData("""{"type":"string","contentEncoding":"base64","x-bytes":"Eui64"}""", "Eui64")]
    [InlineData("""{"type":"string","format":"date-time"}""", "Timestamp")]
    [InlineData("""{"type":"string","format":"duration"}""", "Duration")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "List<string>")]
    [InlineData("""{"type":"array"}""", "List<JsonNode?>")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"integer"}}}""", "List<List<long>>")]
    [InlineData("""{"type":"object"}""", "JsonObject")]
    [InlineData("""{"type":"object","additionalProperties":true}""", "JsonObject")]
    [InlineData("""{"type":"object","additionalProperties":{}}""", "JsonObject")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "Dictionary<string, string>")]
    [InlineData("""{"type":"object","additionalProperties":{"$ref":"#/definitions/Other"}}""", "Dictionary<string, Other>")]
    [InlineData("""{"$ref":"#/definitions/Other"}""", "Other")]
    [InlineData("""{"$ref":"#/definitions/Alias"}""", "List<Other>")]
    [InlineData("""{"$ref":"#/definitions/Kind"}""", "Kind")]
    [InlineData("""{"type":"string","enum":["KIND_A","KIND_B"]}""", "Kind")]
    [InlineData("""{"type":"string","enum":["X"]}""", "ThingField")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", "long")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", "ThingField")]
    [InlineData("""{"$ref":"#/definitions/protobufAny"}""", "Any")]
    [InlineData("""{"$ref":"#/definitions/protobufStruct"}""", "JsonObject")]
    [InlineData("""{"$ref":"#/definitions/protobufValue"}""", "JsonNode")]
    [InlineData("""{"$ref":"#/definitions/DevAddr"}""", "DevAddr")]
    [InlineData("{}", "JsonNode")]
    [InlineData("true", "JsonNode")]
    public void TypeOf_ASchema_IsTheCSharpTypeOfIt(string schema, string expected)
    {
        var bound = Bound.Of(Spec.Message("{\"field\":" + schema + "}", """
            "Other":{"type":"object","properties":{"b":{}}},
            "Alias":{"type":"array","items":{"$ref":"#/definitions/Other"}},
            "Kind":{"type":"string","enum":["KIND_A","KIND_B"]},
            "protobufAny":{"type":"object","properties":{"@type":{"type":"string"}},"additionalProperties":{}},
            "protobufStruct":{"type":"object"},
            "protobufValue":{},
            "DevAddr":{"type":"string","format":"hex"}
            """));

        Assert.Empty(bound.Faults);
        Assert.Equal(expected, Bound.Type(bound.Message("Thing").Fields.Single().Type));
    }

    [Theory]
    [InlineData("uint32", """{"type":"integer"}""", "uint")]
    [InlineData("double", """{"type":"number"}""", "double")]
    [InlineData("Eui64", """{"type":"string"}""", "Eui64")]
    [InlineData("Eui64", """{"type":"array","items":{"type":"string"}}""", "List<Eui64>")]
    [InlineData("DevAddrPrefix", """{"type":"array","items":{"type":"string","format":"byte"}}""", "List<DevAddrPrefix>")]
    [InlineData("timestamp", """{"type":"string"}""", "Timestamp")]
    [InlineData("duration", """{"type":"string"}""", "Duration")]
    [InlineData("base64", """{"type":"object","additionalProperties":{"type":"string"}}""", "Dictionary<string, byte[]>")]
    [InlineData("map<uint32,Other>", """{"type":"object","additionalProperties":{"$ref":"#/definitions/Other"}}""", "Dictionary<uint, Other>")]
    [InlineData("map<uint64,float>", """{"type":"object","additionalProperties":{"type":"number"}}""", "Dictionary<ulong, float>")]
    [InlineData("struct", """{"type":"object","additionalProperties":{}}""", "JsonObject")]
    [InlineData("any", """{"type":"object"}""", "Any")]
    [InlineData("value", "{}", "JsonNode")]
    [InlineData("mask<Other>", """{"type":"string"}""", "FieldMask<Other>")]
    [InlineData("Other", """{"type":"object"}""", "Other")]
    [InlineData("Gone", """{"type":"integer"}""", "long")]
    [InlineData("mask<Gone>", """{"type":"string"}""", "string")]
    [InlineData("map<uint32,Gone>", """{"type":"boolean"}""", "bool")]
    public void TypeOf_AWordOfTheRules_IsStrongerThanTheSchema(string word, string schema, string expected)
    {
        var rules = """{"messages":{"Thing":{"fields":{"field":""" + $"\"{word}\"" + """}}},"rpcs":{"Things/Get":{"operations":["Things_Get"]}}}""";
        var reference = Spec.Swagger(
            "{\"/a\":{\"get\":" + Spec.Operation("Things_Get") + "}}",
            """{"v3Other":{"type":"object","properties":{"b":{}}},"Other":{"type":"object","properties":{"b":{}}},"v3Thing":{"type":"object","properties":{"field":""" + schema + "}}}");

        Assert.Equal(expected, Bound.Type(Bound.Of(reference, rules).Message("Thing").Fields.Single().Type));
    }

    [Fact]
    public void Names_OfSchemasThatCollide_FollowTheOrderOfTheDocumentAndAreNeverNumbered()
    {
        var bound = Bound.Of(Spec.Swagger("{}", """
            {"v3Thing":{"type":"object"},"v1Thing":{"type":"object"},"thing":{"type":"string","enum":["A"]},"ttn.Thing":{"type":"object"},"Paths":{"type":"object"}}
            """));

        Assert.Equal(["PathsMessage", "Thing", "TtnThing", "V1Thing"], bound.Model.Messages.Select(static m => m.Name));
        Assert.Equal(["ThingKind"], bound.Model.Enums.Select(static e => e.Name));
    }

    [Theory]
    [InlineData("""{"thing":{"type":"string"}}""", "Value")]
    [InlineData("""{"thing":{"type":"array","items":{"type":"string"}}}""", "Items")]
    [InlineData("""{"value":{"type":"string"},"thing":{"type":"string"}}""", "Value,ThingValue")]
    [InlineData("""{"a_b":{},"aB":{},"a.b":{}}""", "AB,ABValue,ABValue_")]
    [InlineData("""{"equals":{},"get_type":{},"to_string":{},"get_hash_code":{},"paths":{}}""", "EqualsValue,GetTypeValue,ToStringValue,GetHashCodeValue,PathsValue")]
    public void Names_OfFieldsThatCollide_AreStable(string properties, string expected) =>
        Assert.Equal(expected, string.Join(",", Bound.Of(Spec.Message(properties)).Message("Thing").Fields.Select(static f => f.Name)));

    [Fact]
    public void AnonymousTypes_AreNamedAfterTheirPlace()
    {
        var bound = Bound.Of(Spec.Message("""{"a":{"properties":{"b":{"items":{"properties":{"c":{"enum":["X","Y"]}}}}}}}""", "\"ThingA\":{\"type\":\"object\"}"));

        Assert.Equal(["Thing", "ThingA", "ThingABItem", "ThingAMessage"], bound.Model.Messages.Select(static m => m.Name));
        Assert.Equal(["ThingABItemC"], bound.Model.Enums.Select(static e => e.Name));
    }

    [Theory]
    [InlineData("""{"$ref":"#/definitions/A"}""", """{"A":{"$ref":"#/definitions/A"}}""")]
    [InlineData("""{"$ref":"#/definitions/A"}""", """{"A":{"$ref":"#/definitions/B"},"B":{"$ref":"#/definitions/A"}}""")]
    [InlineData("""{"$ref":"#/definitions/A"}""", """{"A":{"type":"array","items":{"$ref":"#/definitions/A"}}}""")]
    public void Aliases_OfThemselves_AreAFault(string field, string aliases)
    {
        var bound = Bound.Of(Spec.Message("{\"field\":" + field + "}", aliases[1..^1]));

        Assert.Contains(bound.Faults, static f => f.Kind == FaultKind.UnresolvedReference && f.Argument == "A (to itself)");
    }

    [Fact]
    public void Choice_BetweenShapes_IsAnyJsonAndSaid()
    {
        var bound = Bound.Of(Spec.Message("""{"field":{"oneOf":[{"type":"string"},{"type":"integer"}]}}"""));

        Assert.Equal("JsonNode", Bound.Type(bound.Message("Thing").Fields.Single().Type));
        Assert.Equal((FaultKind.Unsupported, "Thing_field: a choice between several shapes; it becomes a JsonNode"), (bound.Faults.Single().Kind, bound.Faults[0].Argument));
    }

    [Fact]
    public void Field_SaysWhatIsKnownOfIt()
    {
        const string Rules = """
            {"messages":{"Thing":{"proto":"p.Thing","deprecated":["c"],"oneofs":{"either_one":{"members":["a","b","gone"]},"gone":{"members":["gone"]}}},"Flag":{"wrapper":true}},
             "rpcs":{"Things/Get":{"operations":["Things_Get"]}}}
            """;
        var reference = Spec.Swagger(
            "{\"/a\":{\"get\":" + Spec.Operation("Things_Get") + "}}",
            """
            {"v3Flag":{"type":"object","properties":{"value":{"type":"boolean"}},"description":"A flag."},
             "v3Thing":{"type":"object","properties":{"a":{"$ref":"#/definitions/v3Flag"},"b":{"type":"string","description":"Text."},"c":{"type":"string"},"d":{"type":"string","deprecated":true}}}}
            """);

        var message = Bound.Of(reference, Rules).Message("Thing");

        Assert.Equal("p.Thing", message.FullName);
        Assert.Equal([("A", "A flag.", false, true), ("B", "Text.", false, false), ("C", null, true, false), ("D", null, true, false)],
            message.Fields.Select(static f => (f.Name, f.Summary, f.IsDeprecated, f.IsWrapper)));
        Assert.Equal("bool", Bound.Type(message.Fields[0].Type));
        var oneof = Assert.Single(message.Oneofs);
        Assert.Equal(("EitherOne", "either_one", "A,B"), (oneof.Name, oneof.WireName, string.Join(",", oneof.Members)));
    }

    [Fact]
    public void WellKnownTypes_AreMadeOnlyWhereSomethingNeedsThem()
    {
        const string WellKnown = """
            "FieldMask":{"type":"object","properties":{"paths":{"type":"array","items":{"type":"string"}}}},"protobufNullValue":{"type":"string","enum":["NULL_VALUE"]}
            """;

        var without = Bound.Of(Spec.Message("{}", WellKnown));
        var with = Bound.Of(Spec.Message("""{"mask":{"$ref":"#/definitions/FieldMask"},"nothing":{"$ref":"#/definitions/protobufNullValue"}}""", WellKnown));

        Assert.Equal(["Thing"], without.Model.Messages.Select(static m => m.Name));
        Assert.Empty(without.Model.Enums);
        Assert.Equal(["FieldMask", "Thing"], with.Model.Messages.Select(static m => m.Name));
        Assert.Equal(["NullValue"], with.Model.Enums.Select(static e => e.Name));
    }
}
