using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reading;

/// <summary>What a reference says and the client cannot do is said too, at its place: nothing is left out or untyped in silence.</summary>
public sealed class UnreadPartsTests
{
    [Theory]
    [InlineData("""{"name":"a","in":"cookie"}""", "GET /a: the cookie a; it is not sent")]
    [InlineData("""{"name":"accept","in":"header"}""", "GET /a: the header accept as a parameter; the connection sets it")]
    [InlineData("""{"name":"Content-Type","in":"header"}""", "GET /a: the header Content-Type as a parameter; the connection sets it")]
    [InlineData("""{"name":"X Y","in":"header"}""", "a header is named by ASCII letters, digits, '-', '_' and '.'")]
    [InlineData("""{"name":"id","in":"path"}""", "GET /a has no place for id")]
    [InlineData("3", "a parameter has a name and one of path, query, header, body")]
    public void Parameter_ThatCannotBeSent_IsSaidAndTheOperationIsKept(string parameter, string argument)
    {
        var (document, faults) = Read.Document("{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[" + parameter + "]}}}}");

        Assert.Empty(Assert.Single(document!.Operations).Parameters);
        Assert.Equal(argument, Assert.Single(faults).Argument);
    }

    [Theory]
    [InlineData("\"swagger\":\"2.0\"", "\"type\":\"array\",\"collectionFormat\":\"pipes\"", "a: a list in the style pipes; it is sent with commas")]
    [InlineData("\"openapi\":\"3.0.0\"", "\"style\":\"spaceDelimited\"", "a: a list in the style spaceDelimited; it is sent with commas")]
    public void Parameter_InAStyleOfItsOwn_IsSaid(string version, string style, string argument)
    {
        var (document, faults) = Read.Document("{" + version + ",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in\":\"query\"," + style + "}]}}}}");

        Assert.False(document!.Operations[0].Parameters[0].Repeats);
        Assert.Equal((FaultKind.Unsupported, argument), (Assert.Single(faults).Kind, faults[0].Argument));
    }

    [Theory]
    [InlineData("""{"swagger":"2.0","basePath":"/v2"}""", "the base path /v2; calls go below /api/v3")]
    [InlineData("""{"openapi":"3.0.0","servers":[{"url":"https://{host}:{port}/v1/"}]}""", "the base path /v1/; calls go below /api/v3")]
    [InlineData("""{"openapi":"3.0.0","servers":[{"url":"v1"}]}""", "the base path v1; calls go below /api/v3")]
    [InlineData("""{"openapi":"3.1.0","webhooks":{"a":{}}}""", "webhooks, which the server calls")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"servers":[{"url":"https://x"}]}}}}""", "GET /a: servers of its own")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{},"servers":[{"url":"https://x"}]}}}""", "GET /a: servers of its own")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"callbacks":{"a":{}}}}}}""", "GET /a: callbacks, which the server calls")]
    [InlineData("""{"openapi":"3.2.0","paths":{"/a":{"additionalOperations":{"COPY":{}}}}}""", "/a: additionalOperations")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"GET":{}}}}""", "/a: 'GET' is no method")]
    [InlineData("""{"openapi":"3.0.0","paths":{"a":{"get":{}}}}""", "a path begins with '/', has at most 2000 characters, and is an object")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a?b={b}":{"get":{}}}}""", "GET /a: a query in the path that is not among the parameters")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":3}}""", "a path begins with '/', has at most 2000 characters, and is an object")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"$ref":"#/paths/~1a"}}}""", "#/paths/~1a")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/scim+json":{}}}}}}}""", "POST /a: a body of type application/scim+json; it is sent as application/json")]
    [InlineData("""{"swagger":"2.0","consumes":["application/xml"],"paths":{"/a":{"post":{"parameters":[{"name":"b","in":"body"}]}}}}""", "POST /a: a body of type application/xml")]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"post":{"parameters":[{"name":"b","in":"body"},{"name":"c","in":"body"}]}}}}""", "a second body")]
    public void Part_ThatIsNotSupported_IsSaid(string json, string argument)
    {
        var (_, faults) = Read.Document(json);

        Assert.Equal(argument, Assert.Single(faults).Argument);
    }

    [Theory]
    [InlineData("""{"swagger":"2.0","basePath":"/"}""")]
    [InlineData("""{"swagger":"2.0","paths":{"/a?b={b}&c={c}":{"get":{"parameters":[{"name":"b","in":"query","type":"string"},{"name":"c","in":"query","type":"string"}]}}}}""")]
    [InlineData("""{"swagger":"2.0","basePath":"/api/v3"}""")]
    [InlineData("""{"openapi":"3.0.0","servers":[{"url":"https://{host}/api/v3/"}]}""")]
    [InlineData("""{"openapi":"3.0.0","servers":[{"url":"https://host"}],"webhooks":{},"paths":{"x-more":3,"/a":{"summary":"a","description":"b","x-more":{},"get":{"callbacks":{},"servers":[]}}}}""")]
    [InlineData("""{"swagger":"2.0","consumes":["application/xml","text/json"],"paths":{"/a":{"post":{"consumes":["application/xml","application/json"],"parameters":[{"name":"b","in":"body"}]}}}}""")]
    public void Part_ThatChangesNothing_IsNotMentioned(string json) => Assert.Empty(Read.Document(json).Faults);

    [Theory]
    [InlineData("""{"200":{"content":{"text/csv":{"schema":{"type":"string"}}}}}""", "GET /a: an answer of type text/csv")]
    [InlineData("""{"204":{},"200":{"content":{"image/png":{}}}}""", "GET /a: an answer of type image/png")]
    public void Answer_ThatIsNoJson_LeavesTheOperationOut(string responses, string argument)
    {
        var (document, faults) = Read.Document("{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":" + responses + "}}}}");

        Assert.Empty(document!.Operations);
        Assert.Equal((FaultKind.Unsupported, argument), (Assert.Single(faults).Kind, faults[0].Argument));
    }

    [Theory]
    [InlineData("""{"200":{"schema":{"type":"file"}}}""", "", "GET /a: an answer of type file")]
    [InlineData("""{"200":{"schema":{"type":"string"}}}""", "\"produces\":[\"text/plain\"],", "GET /a: an answer of type text/plain")]
    public void Answer_OfSwaggerThatIsNoJson_LeavesTheOperationOut(string responses, string produces, string argument)
    {
        var (document, faults) = Read.Document("{\"swagger\":\"2.0\"," + produces + "\"paths\":{\"/a\":{\"get\":{\"responses\":" + responses + "}}}}");

        Assert.Empty(document!.Operations);
        Assert.Equal(argument, Assert.Single(faults).Argument);
    }

    [Theory]
    [InlineData("""{"200":{"schema":{"type":"object"}},"201":{"schema":{"type":"object"}}}""", "object", null)]
    [InlineData("""{"200":{"schema":{"type":"object"}},"202":{"schema":{"type":"string"}}}""", "object", "GET /a: answers of different form; 200 is expected, 202 is read as one")]
    [InlineData("""{"204":{},"200":{"schema":{"type":"object"}}}""", "object", "GET /a: answers of different form; 200 is expected, 204 is read as one")]
    [InlineData("""{"204":{},"default":{"schema":{"type":"object"}}}""", null, null)]
    public void Answers_OfSeveralKinds_AreTheFirstWithContentAndTheOthersAreSaid(string responses, string? type, string? argument)
    {
        var (document, faults) = Read.Document("{\"swagger\":\"2.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":" + responses + "}}}}");

        Assert.Equal(type, Assert.Single(document!.Operations).Response?.Type);
        Assert.Equal(argument, faults.SingleOrDefault()?.Argument);
    }

    [Theory]
    [InlineData("""{"type":"file"}""", null, "the type 'file'; it takes any JSON")]
    [InlineData("""{"type":["null","date"]}""", null, "the type 'date'; it takes any JSON")]
    [InlineData("""{"$ref":3}""", null, "a $ref is a text")]
    [InlineData("""{"items":[{"type":"string"}]}""", "array", "a list whose places have types of their own; its items take any JSON")]
    [InlineData("""{"type":"array","prefixItems":[{}],"items":false}""", "array", "a list whose places have types of their own; its items take any JSON")]
    [InlineData("""{"patternProperties":{"^a":{},"^b":{}}}""", null, "patternProperties beside others; members that they describe are not kept")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":{"type":"string"}}""", "object", "further members of any name beside those that are named; they are not kept")]
    [InlineData("""{"enum":["a",1,true]}""", null, "values of several types; it takes any JSON")]
    [InlineData("""{"enum":["a\u0000b"]}""", "string", "a value that is no usable text or number")]
    [InlineData("""{"$dynamicRef":"#a"}""", null, "the keyword $dynamicRef")]
    [InlineData("""{"type":"object","if":{}}""", "object", "the keyword if")]
    [InlineData("""{"properties":{"a":{}},"oneOf":[{"properties":{"b":{}}},{"required":["a"]}]}""", "object", "a choice beside members; what only the choice names is not kept")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"type":"string"}]}""", "object", "a part that is no object among the parts of one; it is left out")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"oneOf":[{"type":"string"},{"type":"object"}]}]}""", "object", "a part that is no object among the parts of one; it is left out")]
    [InlineData("""{"allOf":[{"type":"integer"},{"type":"string"}]}""", "integer", "parts of several types; the first counts")]
    [InlineData("""{"properties":[]}""", null, "'properties' is an object")]
    [InlineData("""{"allOf":{}}""", null, "'allOf' is a list")]
    [InlineData("""{"enum":{}}""", null, "'enum' is a list")]
    public void Schema_ThatSaysMoreThanATypeCan_IsSaid(string json, string? type, string argument)
    {
        var (schema, faults) = Read.Schema(json);

        Assert.Equal(type, schema.Type);
        Assert.Equal(argument, Assert.Single(faults).Argument);
    }

    [Theory]
    [InlineData("""{"const":"a"}""", "string")]
    [InlineData("""{"const":1.5}""", "number")]
    [InlineData("""{"const":null}""", null)]
    [InlineData("""{"enum":["a",null]}""", "string")]
    [InlineData("""{"enum":[1,2]}""", "integer")]
    [InlineData("""{"enum":[1,2.5]}""", "number")]
    [InlineData("""{"enum":[true]}""", "boolean")]
    [InlineData("""{"type":"null"}""", null)]
    [InlineData("""{"allOf":[{"$ref":"#/definitions/Text"},{"maxLength":3},{"description":"d"}]}""", "string")]
    [InlineData("""{"allOf":[{"$ref":"#/definitions/Text"},{"type":"string","enum":["a"]}]}""", "string")]
    [InlineData("""{"anyOf":[{"type":"string","enum":["a"]},{"type":"string"}]}""", "string")]
    [InlineData("""{"patternProperties":{"^a":{"type":"string"}}}""", "object")]
    [InlineData("""{"$ref":"#/definitions/Listed/allOf/1"}""", "boolean")]
    public void Schema_ThatSaysItsTypeInOtherWords_HasIt(string json, string? type)
    {
        var (schema, faults) = Read.Schema(json, """{"Text":{"type":"string"},"Listed":{"allOf":[{},{"type":"boolean"}]}}""");

        Assert.Empty(faults);
        Assert.Equal(type, schema.Reference is null ? schema.Type : "string");
    }

    [Theory]
    [InlineData("/a/{b}/c", "/a/ {b} /c")]
    [InlineData("{b}{c}", "{b} {c}")]
    [InlineData("/{name=**}:verb", "/ {name*} :verb")]
    [InlineData("/{name=a/*/b/*}", "/ {name}")]
    [InlineData("/{+name}/{proxy+}/{rest*}", "/ {name*} / {proxy*} / {rest*}")]
    [InlineData("/{id:[0-9]+}", "/ {id}")]
    [InlineData("/{declared:+}", "/ {declared:+}")]
    [InlineData("/{}/{ }/{b", "/{}/{ }/{b")]
    [InlineData("/{b}/{}{c}}", "/ {b} /{} {c} }")]
    [InlineData("", "")]
    public void Route_OfAnyKind_IsCutIntoItsPieces(string route, string expected) => Assert.Equal(expected, string.Join(' ', Generators.Reading.RouteTemplate.Parse(route, static name => name == "declared:+")
        .Select(static part => part.IsValue ? "{" + part.Text + (part.IsMultiSegment ? "*" : "") + "}" : part.Text)));
}
