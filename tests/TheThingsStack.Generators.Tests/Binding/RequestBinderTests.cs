using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Binding;

public sealed class RequestBinderTests
{
    // An entity as a gateway documents it: below its own name in the request, its identifiers in the route.
    private const string Definitions = """
        {"v3Device":{"type":"object","properties":{"ids":{"$ref":"#/definitions/v3DeviceIdentifiers"},"name":{"type":"string"}}},
         "v3DeviceIdentifiers":{"type":"object","properties":{"device_id":{"type":"string"},"application_ids":{"$ref":"#/definitions/v3ApplicationIdentifiers"},"eui":{"type":"string"}}},
         "v3ApplicationIdentifiers":{"type":"object","properties":{"application_id":{"type":"string"}}},
         "v3DeviceMove":{"type":"object","properties":{"device":{"type":"string"},"to":{"type":"string"}}},
         "DevicesUpdateBody":{"type":"object","properties":{"device":{"type":"object","properties":{"ids":{"type":"object"},"name":{"type":"string"}}},"reason":{"type":"string"},"field_mask":{"type":"string"}}},
         "DevicesEraseBody":{"type":"object","properties":{"ids":{"type":"object","properties":{"application_ids":{"type":"object"},"eui":{"type":"string"}}},"force":{"type":"boolean"}}}}
        """;

    private static string Path(string name) => $$"""{"name":"{{name}}","in":"path","required":true,"type":"string"}""";

    private static string Body(string schema) => $$"""{"name":"body","in":"body","required":true,"schema":{{schema}}}""";

    private static string Paths(params (string Method, string Route, string Id, string[] Parameters)[] operations) =>
        "{" + string.Join(",", operations.Select(static o => $"\"{o.Route}\":{{\"{o.Method}\":{Spec.Operation(o.Id, "Devices", "\"parameters\":[" + string.Join(",", o.Parameters) + "]")}}}")) + "}";

    private static Bound Bind(params (string Method, string Route, string Id, string[] Parameters)[] operations) => Bound.Of(Spec.Swagger(Paths(operations), Definitions));

    [Fact]
    public void Body_OfAMessage_IsOneArgument()
    {
        var bound = Bind(("post", "/devices/move", "Devices_Move", [Body("""{"$ref":"#/definitions/v3DeviceMove"}""")]));

        Assert.Equal("Move(DeviceMove deviceMove)", bound.Signature("Devices/Move"));
        Assert.Equal(["POST /devices/move deviceMove"], bound.Bindings("Devices/Move"));
    }

    [Fact]
    public void Body_ThatCopiesAMessage_TakesTheMessageAndFillsTheRoute()
    {
        var bound = Bind(("put", "/devices/{device.ids.device_id}", "Devices_Update", [Path("device.ids.device_id"), Body("""{"$ref":"#/definitions/DevicesUpdateBody"}""")]));

        Assert.Equal("Update(Device device, string? reason, string? fieldMask)", bound.Signature("Devices/Update"));
        Assert.Equal(["PUT /devices/{device.Ids.DeviceId?} {device=device, reason=reason, field_mask=fieldMask}"], bound.Bindings("Devices/Update"));
        Assert.Empty(bound.Faults);
    }

    [Fact]
    public void Body_OfAGateway_IsNoMessageOfItsOwn()
    {
        var bound = Bind(("put", "/devices/{device.ids.device_id}", "Devices_Update", [Path("device.ids.device_id"), Body("""{"$ref":"#/definitions/DevicesUpdateBody"}""")]));

        Assert.DoesNotContain(bound.Model.Messages, static m => m.Name == "DevicesUpdateBody");
    }

    [Fact]
    public void Body_ThatIsLikeAnotherOnesMember_IsThereForIt()
    {
        var reference = Spec.Swagger(
            Paths(
                ("put", "/a/{part.id}", "Devices_First", [Path("part.id"), Body("""{"$ref":"#/definitions/DevicesFirstBody"}""")]),
                ("put", "/b", "Devices_Second", [Body("""{"$ref":"#/definitions/DevicesSecondBody"}""")])),
            """
            {"DevicesFirstBody":{"type":"object","properties":{"part":{"type":"object","properties":{"name":{"type":"string"}}}}},
             "DevicesSecondBody":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}}
            """);

        var bound = Bound.Of(reference);

        Assert.Equal("First(DevicesSecondBody part)", bound.Signature("Devices/First"));
        Assert.Equal("Second(string? id, string? name)", bound.Signature("Devices/Second"));
        Assert.Equal(["DevicesSecondBody"], bound.Model.Messages.Select(static m => m.Name));
    }

    [Fact]
    public void Body_ThatOnlyIdentifies_IsGivenByItsParts()
    {
        var bound = Bind(("post", "/devices/{ids.device_id}/erase", "Devices_Erase", [Path("ids.device_id"), Body("""{"$ref":"#/definitions/DevicesEraseBody"}""")]));

        Assert.Equal("Erase(string deviceId, string? applicationId, string? eui, bool? force)", bound.Signature("Devices/Erase"));
        Assert.Equal(["POST /devices/{deviceId}/erase {ids.application_ids.application_id=applicationId, ids.eui=eui, force=force}"], bound.Bindings("Devices/Erase"));
    }

    [Fact]
    public void Body_Anonymous_IsItsMembers()
    {
        var bound = Bind(("post", "/devices/{id}", "Devices_Tag", [Path("id"), Body("""{"type":"object","properties":{"tags":{"type":"array","items":{"type":"string"}},"move":{"$ref":"#/definitions/v3DeviceMove"}}}""")]));

        Assert.Equal("Tag(string id, List<string>? tags, DeviceMove? move)", bound.Signature("Devices/Tag"));
        Assert.Equal(["POST /devices/{id} {tags=tags, move=move}"], bound.Bindings("Devices/Tag"));
    }

    [Fact]
    public void Body_MemberWithADotInItsName_StaysOneMember()
    {
        var bound = Bind(("post", "/a", "Devices_Tag", [Body("""{"type":"object","properties":{"a.b":{"type":"string"}}}""")]));

        Assert.Equal(["POST /a {a.b=b}"], bound.Bindings("Devices/Tag"));
        Assert.False(bound.Method("Devices/Tag").Bindings[0].Body!.Members[0].IsNested);
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "Send(List<string> body)")]
    [InlineData("""{"type":"string"}""", "Send(string body)")]
    [InlineData("""{"type":"object"}""", "Send(JsonObject body)")]
    [InlineData("{}", "Send(JsonNode body)")]
    public void Body_ThatIsNoMessage_IsOneArgument(string schema, string signature) =>
        Assert.Equal(signature, Bind(("post", "/send", "Devices_Send", [Body(schema)])).Signature("Devices/Send"));

    [Fact]
    public void Body_EmptyOfAnIncompleteRequest_IsAnEmptyObject()
    {
        var bound = Bind(("post", "/devices/{id}/reset", "Devices_Reset", [Path("id"), Body("""{"$ref":"#/definitions/DevicesResetBody"}""")]));

        Assert.Equal(FaultKind.UnresolvedReference, bound.Faults.Single().Kind);
        Assert.Equal("Reset(string id, JsonNode body)", bound.Signature("Devices/Reset"));
    }

    [Fact]
    public void Bindings_OfOneRpc_AreOneMethodTheMostSpecificFirst()
    {
        var bound = Bind(
            ("get", "/devices", "Devices_List", ["""{"name":"limit","in":"query","type":"integer","format":"int32"}"""]),
            ("get", "/applications/{application_id}/devices", "Devices_List2", [Path("application_id"), """{"name":"limit","in":"query","type":"integer","format":"int32"}"""]),
            ("get", "/users/{user_id}/applications/{application_id}/devices", "Devices_List3", [Path("user_id"), Path("application_id")]));

        Assert.Equal("List(string? applicationId, string? userId, int? limit)", bound.Signature("Devices/List"));
        Assert.Equal(
            ["GET /users/{userId?}/applications/{applicationId?}/devices", "GET /applications/{applicationId?}/devices ?limit=limit", "GET /devices ?limit=limit"],
            bound.Bindings("Devices/List"));
    }

    [Fact]
    public void Bindings_InWhoseEveryRouteAValueStands_RequireIt()
    {
        var bound = Bind(("put", "/devices/{id}", "Devices_Set", [Path("id")]), ("post", "/things/{other}/devices/{id}", "Devices_Set2", [Path("other"), Path("id")]));

        Assert.Equal("Set(string id, string? other)", bound.Signature("Devices/Set"));
    }

    [Fact]
    public void OperationIds_WithANumberButNoOtherOfThatName_KeepIt()
    {
        var bound = Bind(("get", "/a", "Devices_Version2", []));

        Assert.Equal("Version2()", bound.Signature("Devices/Version2"));
    }

    [Fact]
    public void OperationIds_ThatStandTwice_AreNamedAfterTheirRoute()
    {
        var bound = Bind(("get", "/a/{id}", "Get", [Path("id")]), ("get", "/b/{id}", "Get", [Path("id")]));

        Assert.Equal(["Get", "GetGetBId"], bound.Model.Services.Single().Methods.Select(static m => m.Name));
        Assert.Equal((FaultKind.DuplicateOperation, "Get"), (bound.Faults.Single().Kind, bound.Faults[0].Argument));
    }

    [Fact]
    public void OperationsWithoutIdOrTag_AreNamedAfterTheirRoute()
    {
        var bound = Bound.Of(Spec.Swagger("""{"/a-b/{id}":{"get":{"parameters":[{"name":"id","in":"path","type":"integer"}]}}}"""));

        Assert.Equal("Default", bound.Model.Services.Single().Name);
        Assert.Equal("GetABId(long id)", bound.Signature("Default/get_/a-b/{id}"));
    }

    [Fact]
    public void Route_WithAValueThatIsNoParameter_TakesATextAndSaysSo()
    {
        var bound = Bind(("get", "/devices/{id}/{dev_eui:[0-9A-F]+}", "Devices_Get", []));

        Assert.Equal("Get(string id, string devEui)", bound.Signature("Devices/Get"));
        Assert.Equal(["GET /devices/{id}/{devEui}"], bound.Bindings("Devices/Get"));
        Assert.Equal(
            ["GET /devices/{id}/{dev_eui:[0-9A-F]+}: id is not declared; it is a text", "GET /devices/{id}/{dev_eui:[0-9A-F]+}: dev_eui is not declared; it is a text"],
            bound.Faults.Select(static f => f.Argument));
    }

    [Fact]
    public void Parameter_WithoutAPlaceInTheRoute_IsLeftOutAndSaid()
    {
        var bound = Bind(("get", "/devices", "Devices_Get", [Path("id")]));

        Assert.Equal("Get()", bound.Signature("Devices/Get"));
        Assert.Equal((FaultKind.Malformed, "GET /devices has no place for id"), (bound.Faults.Single().Kind, bound.Faults[0].Argument));
    }

    [Fact]
    public void Operations_OfOneNameThatAnswerOtherwise_AreTwoMethods()
    {
        const string Answer = "\"responses\":{\"200\":{\"schema\":{\"type\":\"TYPE\"}}}";
        var bound = Bound.Of(Spec.Swagger(
            "{\"/a\":{\"get\":" + Spec.Operation("Devices_Get", "Devices", Answer.Replace("TYPE", "string", StringComparison.Ordinal)) + "},"
            + "\"/b\":{\"get\":" + Spec.Operation("Devices_Get2", "Devices", Answer.Replace("TYPE", "boolean", StringComparison.Ordinal)) + "},"
            + "\"/c\":{\"get\":" + Spec.Operation("Get", "Devices", Answer.Replace("TYPE", "string", StringComparison.Ordinal)) + "},"
            + "\"/d\":{\"get\":" + Spec.Operation("Devices_Get3", "Devices", Answer.Replace("TYPE", "string", StringComparison.Ordinal)) + "}}"));

        Assert.Equal(["Devices/Get", "Devices/Get2", "Devices/Get_get_/c"], bound.Model.Services.Single().Methods.Select(static m => m.Rpc));
        Assert.Equal(["GET /a", "GET /d"], bound.Bindings("Devices/Get"));
        Assert.Equal("Get2(): bool", bound.Signature("Devices/Get2"));
    }

    [Fact]
    public void Tag_WithASlash_IsOneService()
    {
        var bound = Bound.Of(Spec.Swagger("{\"/a\":{\"get\":" + Spec.Operation("list", "users/keys") + "}}"), null, "Users/Keys");

        Assert.Empty(bound.Faults);
        Assert.Equal("UsersKeys", Assert.Single(bound.Model.Services).Name);
        Assert.Equal("List()", bound.Signature("users/keys/list"));
    }

    [Fact]
    public void Route_WithAValueOfSeveralSegments_SaysSo() =>
        Assert.Equal(["GET /v1/{name*}/x"], Bind(("get", "/v1/{name=**}/x", "Devices_Get", [Path("name")])).Bindings("Devices/Get"));

    [Fact]
    public void Route_IntoABodyThatHasNoSuchField_IsAParameterOfItsOwn()
    {
        var bound = Bind(("patch", "/devices/{entity.name}", "Devices_Patch", [Path("entity.name"), Body("""{"$ref":"#/definitions/v3DeviceMove"}""")]));

        Assert.Equal("Patch(string name, DeviceMove deviceMove)", bound.Signature("Devices/Patch"));
        Assert.Equal(["PATCH /devices/{name} deviceMove"], bound.Bindings("Devices/Patch"));
    }

    [Fact]
    public void Route_BelowABodyFieldThatIsText_IsAParameterOfItsOwn()
    {
        var bound = Bind(("patch", "/devices/{device.name}", "Devices_Patch", [Path("device.name"), Body("""{"$ref":"#/definitions/v3DeviceMove"}""")]));

        Assert.Equal("Patch(string name, DeviceMove deviceMove)", bound.Signature("Devices/Patch"));
    }

    [Fact]
    public void Names_OfOtherThingsInBodyRouteAndQuery_AreParametersOfTheirOwn()
    {
        var bound = Bind(("post", "/devices/{item}", "Devices_Add", [
            Path("item"), """{"name":"item","in":"query","type":"string"}""", """{"name":"item","in":"header","type":"string"}""",
            Body("""{"type":"object","properties":{"item":{"$ref":"#/definitions/v3DeviceMove"}}}""")]));

        Assert.Equal("Add(string itemInPath, DeviceMove? item, string? itemInQuery, string? itemInHeader)", bound.Signature("Devices/Add"));
        Assert.Equal(["POST /devices/{itemInPath} ?item=itemInQuery item:itemInHeader {item=item}"], bound.Bindings("Devices/Add"));
    }

    [Theory]
    [InlineData("query", """ "type":"string" """, "string?", null)]
    [InlineData("query", """ "type":"number" """, "double?", null)]
    [InlineData("query", """ "type":"array","items":{"type":"string"},"collectionFormat":"multi" """, "List<string>?", null)]
    [InlineData("query", """ "type":"array","items":{"type":"string","enum":["A_X","A_Y"]},"collectionFormat":"multi" """, "List<DevicesGetValueItem>?", null)]
    [InlineData("query", """ "type":"array","items":{"type":"integer"},"collectionFormat":"multi" """, "List<string>?", "value: a list of other than texts in a query; it is sent as the text given")]
    [InlineData("query", """ "type":"string","format":"byte" """, "string?", "value: bytes in a query; it is sent as the text given")]
    [InlineData("query", """ "type":"object","additionalProperties":{"type":"string"} """, "Dictionary<string, string>?", null)]
    [InlineData("query", """ "type":"object","additionalProperties":{"type":"integer"} """, "string?", "value: a map in a query; it is sent as the text given")]
    [InlineData("query", """ "type":"object" """, "string?", "value: an object in a query; it is sent as the text given")]
    [InlineData("path", """ "type":"integer" """, "long", null)]
    [InlineData("path", """ "type":"boolean" """, "bool", null)]
    [InlineData("path", """ "type":"string","format":"date-time" """, "Timestamp", null)]
    [InlineData("path", """ "type":"number" """, "string", "value: a fraction in a path; it is sent as the text given")]
    [InlineData("path", """ "type":"array","items":{"type":"string"} """, "string", "value: a list of other than texts in a path; it is sent as the text given")]
    public void Parameter_OfAType_IsWhatItsPlaceCanCarry(string place, string schema, string type, string? fault)
    {
        var bound = Bind(("get", place == "path" ? "/a/{value}" : "/a", "Devices_Get", [$$"""{"name":"value","in":"{{place}}",{{schema}}}"""]));

        Assert.Equal($"Get({type} value)", bound.Signature("Devices/Get"));
        Assert.Equal(fault, bound.Faults.SingleOrDefault()?.Argument);
    }

    [Fact]
    public void Query_WithAMap_IsADictionary()
    {
        var bound = Bind(("get", "/a", "Devices_Get", ["""{"name":"attributes[string]","in":"query","type":"string"}"""]));

        Assert.Equal("Get(Dictionary<string, string>? attributes)", bound.Signature("Devices/Get"));
    }

    [Fact]
    public void Query_WithAListOfOtherApis_IsJoinedWhereTheDocumentSaysSo()
    {
        var bound = Bind(("get", "/a", "Devices_Get", ["""{"name":"a","in":"query","type":"array","items":{"type":"string"},"collectionFormat":"csv"}""", """{"name":"b","in":"query","type":"array","items":{"type":"string"},"collectionFormat":"multi"}"""]));

        Assert.Equal(["GET /a ?a=a, ?b=b"], bound.Bindings("Devices/Get"));
    }

    [Fact]
    public void Parameter_ThatTheDocumentRequires_IsRequiredAndHeadersAreText()
    {
        var bound = Bind(("get", "/a", "Devices_Get", ["""{"name":"X-Version","in":"header","type":"integer"}""", """{"name":"q","in":"query","required":true,"type":"string"}""", """{"name":"c","in":"cookie"}"""]));

        Assert.Equal("Get(string q, string? xVersion)", bound.Signature("Devices/Get"));
        Assert.Equal(["GET /a ?q=q X-Version:xVersion"], bound.Bindings("Devices/Get"));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"result":{"$ref":"#/definitions/v3Device"},"error":{}}}""", ": stream of Device")]
    [InlineData("""{"type":"object","properties":{"result":{"type":"string"}}}""", ": stream of string")]
    [InlineData("""{"type":"object","properties":{"result":{},"more":{}}}""", ": DevicesGetResponse")]
    [InlineData("""{"$ref":"#/definitions/v3Device"}""", ": Device")]
    [InlineData("""{"type":"object","properties":{}}""", "")]
    [InlineData("""{"type":"object"}""", ": JsonObject")]
    [InlineData("{}", ": JsonNode")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", ": Dictionary<string, string>")]
    [InlineData("""{"type":"string"}""", ": string")]
    public void Answer_ByItsShape_IsNothingAValueOrAStream(string schema, string answer)
    {
        var paths = "{\"/a\":{\"get\":" + Spec.Operation("Devices_Get", "Devices", "\"responses\":{\"200\":{\"schema\":" + schema + "}}") + "}}";

        Assert.Equal("Get()" + answer, Bound.Of(Spec.Swagger(paths, Definitions)).Signature("Devices/Get"));
    }
}
