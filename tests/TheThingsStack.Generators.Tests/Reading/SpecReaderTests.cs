using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Reading;

public sealed class SpecReaderTests
{
    [Theory]
    [InlineData("""{"swagger":"2.0"}""")]
    [InlineData("""{"openapi":"3.0.3"}""")]
    [InlineData("""{"openapi":"3.1.0"}""")]
    public void Document_OfAKnownVersion_IsReadThoughItIsEmpty(string json)
    {
        var (document, faults) = Read.Document(json);

        Assert.Empty(faults);
        Assert.Empty(document!.Operations);
        Assert.Equal(("", ""), (document.Title, document.Version));
    }

    [Theory]
    [InlineData("""{"swagger":"1.2"}""", "1.2")]
    [InlineData("""{"openapi":"2.0"}""", "2.0")]
    [InlineData("""{"openapi":"4.0.0"}""", "4.0.0")]
    [InlineData("""{"openapi":3.1}""", "no version")]
    [InlineData("{}", "no version")]
    [InlineData("[]", "no version")]
    [InlineData("3", "no version")]
    public void Document_OfAnotherKind_IsNoReference(string json, string found)
    {
        var (document, faults) = Read.Document(json);

        Assert.Null(document);
        Assert.Equal((FaultKind.NotAReference, 0, 0, found), (faults.Single().Kind, faults[0].Line, faults[0].Column, faults[0].Argument));
    }

    [Theory]
    [InlineData("""{"swagger":"2.0","info":"x","tags":3,"definitions":[],"paths":"x"}""")]
    [InlineData("""{"openapi":"3.0.0","info":[],"tags":{},"components":3,"paths":{"/a":{"get":{"tags":null,"parameters":4,"requestBody":{}}}}}""")]
    public void Document_WithPartsOfTheWrongKind_IsReadWithoutThem(string json)
    {
        var (document, faults) = Read.Document(json);

        Assert.Equal(3, faults.Count);
        Assert.All(faults, static f => Assert.Equal(FaultKind.Malformed, f.Kind));
        Assert.Empty(document!.Schemas);
    }

    [Fact]
    public void Head_TitleVersionAndTags_AreRead()
    {
        var (document, _) = Read.Document("""{"openapi":"3.1.0","info":{"title":"T","version":"1"},"tags":[{"name":"A","description":"About A."},{"name":"B"}]}""");

        Assert.Equal(("T", "1"), (document!.Title, document.Version));
        Assert.Equal(("A", "About A."), (document.TagSummaries.Single().Key, document.TagSummaries.Single().Value));
    }

    [Fact]
    public void Operations_AreEveryMethodOfEveryPath()
    {
        var (document, faults) = Read.Document("""
            {"openapi":"3.0.0","paths":{
              "/a":{"summary":"s","get":{"operationId":"A_Get","tags":["A","B"],"summary":"Gets.","deprecated":true},"put":{},"post":{},"delete":{},"patch":{},"options":{},"head":{},"trace":{},"query":{},"x-more":{}},
              "/b":{"get":3}}}
            """);

        Assert.Equal(["GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "QUERY"], document!.Operations.Select(static o => o.HttpMethod));
        var first = document.Operations[0];
        Assert.Equal(("/a", "A_Get", "A", "Gets.", true), (first.Route, first.Id, first.Tag, first.Summary, first.Deprecated));
        Assert.Equal((FaultKind.Malformed, 2, 14), (faults.Single().Kind, faults[0].Line, faults[0].Column));
    }

    [Theory]
    [InlineData("""{"swagger":"2.0","parameters":{"p":{"name":"a","in":"query","type":"string"}},"paths":{"/a":{"get":{"parameters":[{"$ref":"#/parameters/p"}]}}}}""")]
    [InlineData("""{"openapi":"3.0.0","components":{"parameters":{"p":{"name":"a","in":"query","schema":{"type":"string"}}}},"paths":{"/a":{"get":{"parameters":[{"$ref":"#/components/parameters/p"}]}}}}""")]
    [InlineData("""{"openapi":"3.0.0","components":{"parameters":{"q":{"$ref":"#/components/parameters/p"},"p":{"name":"a","in":"query","schema":{"type":"string"}}}},"paths":{"/a":{"get":{"parameters":[{"$ref":"#/components/parameters/q"}]}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"parameters":[{"name":"a","in":"query","schema":{"type":"string"}}],"get":{}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"parameters":[{"name":"a","in":"query","schema":{"type":"integer"}}],"get":{"parameters":[{"name":"a","in":"query","schema":{"type":"string"}}]}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"parameters":[{"name":"a","in":"query","content":{"application/json":{"schema":{"type":"string"}}}}]}}}}""")]
    [InlineData("""{"openapi":"3.1.0","components":{"pathItems":{"i":{"get":{"parameters":[{"name":"a","in":"query","schema":{"type":"string"}}]}}}},"paths":{"/a":{"$ref":"#/components/pathItems/i"}}}""")]
    public void Parameter_WhereverItIsWritten_IsRead(string json)
    {
        var parameter = Assert.Single(Read.Operation(json).Parameters);

        Assert.Equal(("a", "query", "string", false), (parameter.Name, parameter.In, parameter.Schema.Type, parameter.Required));
    }

    [Fact]
    public void Parameter_OfOneNameInTwoPlaces_IsTwo()
    {
        var operation = Read.Operation("""{"swagger":"2.0","paths":{"/{a}":{"get":{"parameters":[{"name":"a","in":"path","type":"string"},{"name":"a","in":"query","required":true},{"name":"a","in":"header"}]}}}}""");

        Assert.Equal([("path", true), ("query", true), ("header", false)], operation.Parameters.Select(static p => (p.In, p.Required)));
    }

    [Theory]
    [InlineData("\"swagger\":\"2.0\"", "\"collectionFormat\":\"multi\"", true)]
    [InlineData("\"swagger\":\"2.0\"", "\"collectionFormat\":\"csv\"", false)]
    [InlineData("\"swagger\":\"2.0\"", "\"type\":\"array\"", false)]
    [InlineData("\"openapi\":\"3.0.0\"", "\"explode\":true", true)]
    [InlineData("\"openapi\":\"3.0.0\"", "\"explode\":false", false)]
    [InlineData("\"openapi\":\"3.0.0\"", "\"schema\":{}", true)]
    public void Parameter_List_RepeatsItsNameWhereTheDocumentSaysSo(string version, string keyword, bool repeats)
    {
        var operation = Read.Operation("{" + version + ""","paths":{"/a":{"get":{"parameters":[{"name":"a","in":"query",""" + keyword + "}]}}}}");

        Assert.Equal(repeats, operation.Parameters.Single().Repeats);
    }

    [Theory]
    [InlineData("""{"in":"query"}""")]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":"a","in":"somewhere"}""")]
    [InlineData("""{"name":3,"in":"query"}""")]
    public void Parameter_WithoutNameOrPlace_IsMalformedAndTheOperationStays(string parameter)
    {
        var (document, faults) = Read.Document("""{"openapi":"3.0.0","paths":{"/a":{"get":{"parameters":[""" + parameter + "]}}}}");

        Assert.Empty(document!.Operations.Single().Parameters);
        Assert.Equal((FaultKind.Malformed, 55), (faults.Single().Kind, faults[0].Column));
    }

    [Fact]
    public void Parameter_WhoseReferenceLeadsNowhere_IsLeftOut()
    {
        var (document, faults) = Read.Document("""{"openapi":"3.0.0","paths":{"/a":{"get":{"parameters":[{"$ref":"#/components/parameters/p"}]}}}}""");

        Assert.Empty(document!.Operations.Single().Parameters);
        Assert.Equal((FaultKind.UnresolvedReference, "#/components/parameters/p"), (faults.Single().Kind, faults[0].Argument));
    }

    [Theory]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"post":{"parameters":[{"name":"body","in":"body","required":true,"schema":{"type":"object"}}]}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"object"}}}}}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"text/plain":{},"application/json; charset=utf-8":{"schema":{"type":"object"}}}}}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/merge-patch+json":{"schema":{"type":"string"}},"application/json":{"schema":{"type":"object"}}}}}}}}""")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"*/*":{"schema":{"type":"object"}}}}}}}}""")]
    [InlineData("""{"openapi":"3.0.0","components":{"requestBodies":{"b":{"content":{"application/json":{"schema":{"type":"object"}}}}}},"paths":{"/a":{"post":{"requestBody":{"$ref":"#/components/requestBodies/b"}}}}}""")]
    public void Body_InJson_IsRead(string json) => Assert.Equal("object", Read.Operation(json).Body!.Type);

    [Theory]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"post":{"requestBody":{"content":{"application/octet-stream":{}}}}}}}""", "POST /a: a body of type application/octet-stream")]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"post":{"parameters":[{"name":"f","in":"formData","type":"file"}]}}}}""", "POST /a: form data")]
    public void Body_OfAnotherKind_LeavesTheOperationOut(string json, string argument)
    {
        var (document, faults) = Read.Document(json);

        Assert.Empty(document!.Operations);
        Assert.Equal((FaultKind.Unsupported, argument), (faults.Single().Kind, faults[0].Argument));
    }

    [Theory]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"get":{"responses":{"200":{"schema":{"type":"object"}},"default":{"schema":{"type":"string"}}}}}}}""", "object")]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"get":{"responses":{"404":{"schema":{"type":"string"}},"201":{"schema":{"type":"object"}}}}}}}""", "object")]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"get":{"responses":{"default":{"schema":{"type":"object"}}}}}}}""", "object")]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"get":{"responses":{"204":{"description":"none"}}}}}}""", null)]
    [InlineData("""{"swagger":"2.0","paths":{"/a":{"get":{}}}}""", null)]
    [InlineData("""{"swagger":"2.0","responses":{"r":{"schema":{"type":"object"}}},"paths":{"/a":{"get":{"responses":{"200":{"$ref":"#/responses/r"}}}}}}""", "object")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"2XX":{"content":{"application/json":{"schema":{"type":"object"}}}}}}}}}""", "object")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/xml":{"schema":{"type":"string"}},"application/json":{"schema":{"type":"object"}}}}}}}}}""", "object")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/jsonl":{"schema":{"type":"object"}}}}}}}}}""", "object")]
    [InlineData("""{"openapi":"3.0.0","paths":{"/a":{"get":{"responses":{"200":{"content":{}}}}}}}""", null)]
    public void Response_IsTheSuccessfulOne(string json, string? type) => Assert.Equal(type, Read.Operation(json).Response?.Type);

    [Fact]
    public void Response_OfAStreamDefinition_IsTakenIn()
    {
        var operation = Read.Operation("""
            {"swagger":"2.0","paths":{"/a":{"get":{"responses":{"200":{"schema":{"$ref":"#/x-stream-definitions/e"}}}}}},
             "definitions":{"e":{"type":"object"}},
             "x-stream-definitions":{"e":{"type":"object","properties":{"result":{"$ref":"#/definitions/e"},"error":{}}}}}
            """);

        Assert.Null(operation.Response!.Reference);
        Assert.Equal("e", operation.Response.Properties[0].Schema.Reference);
    }

    [Fact]
    public void Schemas_KeepTheOrderOfTheDocument()
    {
        var (document, _) = Read.Document("""{"swagger":"2.0","definitions":{"b":{},"a":{},"c":{}}}""");

        Assert.Equal(["b", "a", "c"], document!.Schemas.Select(static s => s.Name));
    }
}
