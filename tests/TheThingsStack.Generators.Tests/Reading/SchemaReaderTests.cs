using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reading;

public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("""{"type":"string","format":"byte"}""", "string", "byte", true)]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""", "string", null, true)]
    [InlineData("""{"type":"string","contentEncoding":"base64url"}""", "string", null, true)]
    [InlineData("""{"type":"integer","format":"int64"}""", "integer", "int64", false)]
    [InlineData("""{"type":["null","boolean"]}""", "boolean", null, false)]
    [InlineData("""{"type":["string"]}""", "string", null, false)]
    [InlineData("""{"properties":{"a":{}}}""", "object", null, false)]
    [InlineData("""{"additionalProperties":{}}""", "object", null, false)]
    [InlineData("""{"items":{}}""", "array", null, false)]
    [InlineData("""{"type":"string","items":{"type":"string"}}""", "array", null, false)]
    [InlineData("{}", null, null, false)]
    public void Read_Types_AreWhatTheKeywordsSay(string json, string? type, string? format, bool isBase64)
    {
        var (schema, faults) = Read.Schema(json);

        Assert.Empty(faults);
        Assert.Equal((type, format, isBase64), (schema.Type, schema.Format, schema.IsBase64));
    }

    [Fact]
    public void Read_ListOfTypes_MoreThanOneIsNotSupported()
    {
        var (schema, faults) = Read.Schema("""{"type":["string","integer","null"]}""");

        Assert.Null(schema.Type);
        Assert.Equal((FaultKind.Unsupported, 18), (Assert.Single(faults).Kind, faults[0].Column));
    }

    [Theory]
    [InlineData("""{"type":[]}""")]
    [InlineData("""{"type":["null"]}""")]
    [InlineData("""{"type":3}""")]
    [InlineData("3")]
    [InlineData("\"string\"")]
    [InlineData("[]")]
    public void Read_WhatIsNoSchema_IsMalformed(string json)
    {
        var (schema, faults) = Read.Schema(json);

        Assert.Null(schema.Type);
        Assert.Equal(FaultKind.Malformed, Assert.Single(faults).Kind);
    }

    [Fact]
    public void Read_BooleanSchema_IsAnything()
    {
        var (schema, faults) = Read.Schema("true");

        Assert.Empty(faults);
        Assert.Null(schema.Type);
    }

    [Theory]
    [InlineData("#/definitions/A", "A")]
    [InlineData("#/components/schemas/A", "A")]
    [InlineData("#/definitions/a~1b~0c", "a/b~c")]
    [InlineData("#/definitions/a%20b", "a b")]
    [InlineData("#/definitions/a%7Eb", "a~b")]
    public void Read_ReferenceToANamedSchema_IsItsName(string reference, string name)
    {
        var (schema, faults) = Read.Schema($$"""{"$ref":"{{reference}}","description":"here"}""", """{"A":{"description":"there"},"a/b~c":{},"a b":{},"a~b":{}}""");

        Assert.Empty(faults);
        Assert.Equal((name, "here"), (schema.Reference, schema.Description));
    }

    [Theory]
    [InlineData("#/definitions/B")]
    [InlineData("#/definitions/A/properties/b")]
    [InlineData("#/nowhere/A")]
    [InlineData("other.json#/definitions/A")]
    [InlineData("https://example.com/schema.json")]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("#")]
    public void Read_ReferenceThatLeadsNowhere_IsAFaultAndAnything(string reference)
    {
        var (schema, faults) = Read.Schema($$"""{"$ref":"{{reference}}"}""", """{"A":{"properties":{"a":{}}}}""");

        Assert.Null(schema.Reference);
        Assert.Null(schema.Type);
        Assert.Equal((FaultKind.UnresolvedReference, 10, reference), (Assert.Single(faults).Kind, faults[0].Column, faults[0].Argument));
    }

    [Fact]
    public void Read_ReferenceIntoASchema_IsThatPart()
    {
        var (schema, faults) = Read.Schema("""{"$ref":"#/definitions/A/properties/b"}""", """{"A":{"properties":{"b":{"type":"integer"}}}}""");

        Assert.Empty(faults);
        Assert.Equal((null, "integer"), (schema.Reference, schema.Type));
    }

    [Theory]
    [InlineData("""{"$ref":"#/schema"}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/schema/properties/a"}}}""")]
    [InlineData("""{"properties":{"a":{"$ref":"#/schema/properties/b"},"b":{"$ref":"#/schema/properties/a"}}}""")]
    [InlineData("""{"properties":{"a":{"properties":{"b":{"$ref":"#/schema/properties/a"}}}}}""")]
    public void Read_InlineReferencesInACircle_AreAFault(string json)
    {
        var (_, faults) = Read.Schema(json);

        Assert.NotEmpty(faults);
        Assert.All(faults, static f => Assert.Equal(FaultKind.UnresolvedReference, f.Kind));
    }

    [Fact]
    public void Read_ReferenceThatManyTake_IsReadOnce()
    {
        // Each level takes the next ten times: read again each time that would be a million million readings.
        var levels = string.Join(",", Enumerable.Range(0, 12).Select(static i =>
            $"\"L{i}\":{{\"x\":{{\"properties\":{{{string.Join(",", Enumerable.Range(0, 10).Select(p => $"\"p{p}\":{{\"$ref\":\"#/definitions/L{i + 1}/x\"}}"))}}}}}}}"));
        var (schema, faults) = Read.Schema("""{"$ref":"#/definitions/L0/x"}""", "{" + levels + ""","L12":{"x":{"type":"string"}}}""");

        Assert.Empty(faults);
        Assert.Equal(10, schema.Properties.Count);
    }

    [Fact]
    public void AllOf_OneReference_IsTheReference()
    {
        var (schema, faults) = Read.Schema("""{"allOf":[{"$ref":"#/definitions/A"}],"description":"here"}""", """{"A":{}}""");

        Assert.Empty(faults);
        Assert.Equal(("A", "here"), (schema.Reference, schema.Description));
    }

    [Fact]
    public void AllOf_SeveralParts_AreOneObject()
    {
        var (schema, faults) = Read.Schema(
            """{"properties":{"own":{}},"allOf":[{"$ref":"#/definitions/A"},{"properties":{"c":{},"a":{"type":"integer"}}}]}""",
            """{"A":{"allOf":[{"$ref":"#/definitions/B"},{"properties":{"a":{"type":"string"}}}]},"B":{"properties":{"b":{}}}}""");

        Assert.Empty(faults);
        Assert.Equal("object", schema.Type);
        Assert.Equal(["own", "b", "a", "c"], schema.Properties.Select(static p => p.Name));
        Assert.Equal("string", schema.Properties[2].Schema.Type);
    }

    [Fact]
    public void AllOf_PartsThatContainThemselves_End()
    {
        var twice = string.Join(",", Enumerable.Repeat("""{"$ref":"#/definitions/A"}""", 12));
        var (schema, faults) = Read.Schema("""{"allOf":[{"$ref":"#/definitions/A"},{"properties":{"b":{}}}]}""", """{"A":{"properties":{"a":{}},"allOf":[""" + twice + "]}}");

        Assert.Equal(12, faults.Count);
        Assert.All(faults, static f => Assert.Equal((FaultKind.UnresolvedReference, "A (to itself)"), (f.Kind, f.Argument)));
        Assert.Equal(["a", "b"], schema.Properties.Select(static p => p.Name));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"null"},{"$ref":"#/definitions/A"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/definitions/A"},{"type":"null"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/definitions/A"}]}""")]
    public void AnyOf_OneShapeOrNull_IsTheShape(string json)
    {
        var (schema, faults) = Read.Schema(json, """{"A":{}}""");

        Assert.Empty(faults);
        Assert.Equal(("A", false), (schema.Reference, schema.IsChoice));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", true)]
    [InlineData("""{"anyOf":[{"$ref":"#/definitions/A"},{"type":"integer"}]}""", true)]
    [InlineData("""{"properties":{"a":{}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""", false)]
    public void AnyOf_SeveralShapes_IsAChoiceUnlessAnObjectIsGiven(string json, bool isChoice)
    {
        var (schema, _) = Read.Schema(json, """{"A":{}}""");

        Assert.Equal(isChoice, schema.IsChoice);
    }

    [Fact]
    public void Enum_Texts_AreItsValuesOnce()
    {
        var (schema, _) = Read.Schema("""{"type":"string","enum":["A","B","A",null],"x-enum-descriptions":{"A":"first","C":3}}""");

        Assert.Equal(["A", "B"], schema.Enum);
        Assert.Null(schema.EnumNames);
        Assert.Equal("first", schema.EnumDescriptions!["A"]);
    }

    [Theory]
    [InlineData("""{"type":"integer","enum":[0,1],"x-enum-varnames":["A","B"]}""", "A,B")]
    [InlineData("""{"type":"integer","enum":[0,1],"x-enumNames":["A","B"]}""", "A,B")]
    [InlineData("""{"type":"integer","enum":[0,1],"x-enum-varnames":["A"]}""", null)]
    [InlineData("""{"type":"integer","enum":[0,1],"x-enum-varnames":["A",2]}""", null)]
    [InlineData("""{"type":"string","enum":["0","1"],"x-enum-varnames":["A","B"]}""", null)]
    [InlineData("""{"type":"integer","enum":[0,1]}""", null)]
    public void Enum_Numbers_HaveNamesWhereEachHasOne(string json, string? names)
    {
        var (schema, _) = Read.Schema(json);

        Assert.Equal(["0", "1"], schema.Enum);
        Assert.Equal(names, schema.EnumNames is null ? null : string.Join(",", schema.EnumNames));
    }

    [Theory]
    [InlineData("""{"additionalProperties":true}""", true)]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", true)]
    [InlineData("""{"additionalProperties":false}""", false)]
    public void AdditionalProperties_AreAMapUnlessForbidden(string json, bool isMap)
    {
        var (schema, faults) = Read.Schema(json);

        Assert.Empty(faults);
        Assert.Equal(isMap, schema.AdditionalProperties is not null);
    }

    [Fact]
    public void Properties_OfOneNameTwice_CountOnce()
    {
        var (schema, faults) = Read.Schema("""{"properties":{"a":{"type":"string"},"a":{"type":"integer"}}}""");

        Assert.Equal(FaultKind.DuplicateKey, Assert.Single(faults).Kind);
        Assert.Equal("string", Assert.Single(schema.Properties).Schema.Type);
    }

    [Fact]
    public void Properties_WithoutAUsableName_AreMalformed()
    {
        var (schema, faults) = Read.Schema("""{"properties":{"":{},"a\u0000b":{},"c":{},"LONG":{}}}""".Replace("LONG", new string('x', 501), StringComparison.Ordinal));

        Assert.Equal("c", Assert.Single(schema.Properties).Name);
        Assert.Equal([25, 31, 52], faults.Select(static f => f.Column));
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    public void Read_Nesting_HasALimitThatIsAFault(int levels, int faults)
    {
        var json = string.Concat(Enumerable.Repeat("{\"items\":", levels)) + "{}" + new string('}', levels);

        Assert.Equal(faults, Read.Schema(json).Faults.Count(static f => f.Kind == FaultKind.Unsupported));
    }
}
