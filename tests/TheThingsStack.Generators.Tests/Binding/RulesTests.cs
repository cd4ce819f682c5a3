using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Tests.Infrastructure;

namespace TheThingsStack.Generators.Tests.Binding;

/// <summary>What the rules add to a reference, and what of it is left when a project takes some services only.</summary>
public sealed class RulesTests
{
    private const string Rules = """
        {"servers":{"IdentityServer":["things"],"Any":["events"]},
         "messages":{"Thing":{"proto":"p.Thing","oneofs":{"kind":{"members":["small","large"]}}}},
         "rpcs":{
           "Registry/Get":{"operations":["Registry_Get"],"mask":{"message":"Thing","writes":false,"paths":["name","newer","owner.boss","owner.newer","name.newer"]}},
           "Registry/List":{"operations":["Registry_List","Registry_List2"],"mask":{"message":"Thing","writes":false,"paths":"*"},"parameters":{"limit":"uint32","page":"uint32","eui":"Eui64"}},
           "Registry/Update":{"operations":["Registry_Update"],"mask":{"message":"Thing","writes":true,"paths":["kind.small","small"]},"body":{"thing":"Thing","field_mask":"mask"},"limits":{"thing":{"required":true}}},
           "Registry/Dead":{"operations":["Registry_Dead"],"mask":{"message":"Thing","writes":false,"paths":"*","dead":true},"deprecated":true},
           "Events/Stream":{"operations":["Events_Stream"],"body":"StreamRequest","stream":true}}}
        """;

    private static readonly string Reference = Spec.Swagger(
        "{"
        + "\"/things/{id}\":{\"get\":" + Operation("Registry_Get", """{"name":"id","in":"path","type":"string"},{"name":"field_mask","in":"query","type":"string"}""", "v3Thing") + "},"
        + "\"/things\":{\"get\":" + Operation("Registry_List", Paged, "v3Things") + "},"
        + "\"/users/{user_id}/things\":{\"get\":" + Operation("Registry_List2", """{"name":"user_id","in":"path","type":"string"},""" + Paged, "v3Things") + "},"
        + "\"/things/{thing.id}\":{\"put\":" + Operation("Registry_Update", """{"name":"thing.id","in":"path","type":"string"},{"name":"body","in":"body","schema":{"$ref":"#/definitions/RegistryUpdateBody"}}""", "v3Thing") + "},"
        + "\"/dead\":{\"get\":" + Operation("Registry_Dead", "", "v3Things") + "},"
        + "\"/events\":{\"post\":" + Operation("Events_Stream", """{"name":"body","in":"body","schema":{"$ref":"#/definitions/v3StreamRequest"}}""", "v3Event", "Events") + "},"
        + "\"/others\":{\"get\":" + Operation("Others_Get", "", "v3Other", "Others") + "}}",
        """
        {"v3Thing":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"},"owner":{"$ref":"#/definitions/v3Owner"},"small":{"type":"string"},"large":{"type":"string"}}},
         "v3Owner":{"type":"object","properties":{"level":{"$ref":"#/definitions/v3Level"},"boss":{"$ref":"#/definitions/v3Owner"}}},
         "v3Level":{"type":"string","enum":["LEVEL_ONE","LEVEL_TWO"]},
         "v3Things":{"type":"object","properties":{"things":{"type":"array","items":{"$ref":"#/definitions/v3Thing"}}}},
         "v3StreamRequest":{"type":"object","properties":{"names":{"type":"array","items":{"type":"string"}}}},
         "v3Event":{"type":"object","properties":{"data":{"type":"object","additionalProperties":{"$ref":"#/definitions/v3Payload"}}}},
         "v3Payload":{"type":"object","properties":{"state":{"$ref":"#/definitions/v3State"}}},
         "v3State":{"type":"string","enum":["A","B"]},
         "v3Other":{"type":"object","properties":{"x":{"type":"string"}}},
         "v3Unused":{"type":"object"},
         "RegistryUpdateBody":{"type":"object","properties":{"thing":{"type":"object","properties":{"name":{"type":"string"}}},"field_mask":{"type":"string"}}}}
        """);

    private const string Paged = """{"name":"limit","in":"query","type":"integer"},{"name":"page","in":"query","type":"integer"},{"name":"eui","in":"query","type":"string"},{"name":"field_mask","in":"query","type":"string"}""";

    private static string Operation(string id, string parameters, string response, string tag = "Registry") =>
        Spec.Operation(id, tag, "\"parameters\":[" + parameters + "],\"responses\":{\"200\":{\"schema\":{\"$ref\":\"#/definitions/" + response + "\"}}}");

    [Theory]
    [InlineData("Registry/Get", "Get(string id, FieldMask<Thing> fieldMask): Thing")]
    [InlineData("Registry/List", "List(FieldMask<Thing> fieldMask, string? userId, uint? limit, uint? page, Eui64? eui): Things")]
    [InlineData("Registry/Update", "Update(Thing thing, FieldMask<Thing>? fieldMask): Thing")]
    [InlineData("Registry/Dead", "Dead(): Things")]
    [InlineData("Events/Stream", "Stream(StreamRequest request): Event")]
    [InlineData("Others/Get", "Get(): Other")]
    public void Method_HasTheTypesAndMasksOfTheRules(string rpc, string signature) => Assert.Equal(signature, Bound.Of(Reference, Rules).Signature(rpc));

    [Fact]
    public void Mask_SaysWhatTheServerAcceptsOfWhatTheReferenceHas()
    {
        var bound = Bound.Of(Reference, Rules);

        Assert.Equal(("Thing", false, false, "name,owner.boss"), Mask("Registry/Get"));
        Assert.Equal(("Thing", false, true, "*"), Mask("Registry/List"));
        Assert.Equal(("Thing", true, false, "kind.small"), Mask("Registry/Update"));
        Assert.Null(bound.Method("Registry/Dead").Mask);

        (string, bool, bool, string) Mask(string rpc)
        {
            var mask = bound.Method(rpc).Mask!;
            return (mask.Message, mask.Writes, mask.AllowsAll, mask.Paths);
        }
    }

    [Fact]
    public void Method_SaysWhoAnswersAndWhetherItIsDeprecated()
    {
        var bound = Bound.Of(Reference, Rules);

        Assert.Equal(("IdentityServer", false), (bound.Method("Registry/Get").Server, bound.Method("Registry/Get").IsDeprecated));
        Assert.True(bound.Method("Registry/Dead").IsDeprecated);
        Assert.Equal("Any", bound.Method("Events/Stream").Server);
    }

    [Fact]
    public void List_InPages_HasAMethodForAllOfThem()
    {
        var bound = Bound.Of(Reference, Rules);

        var list = bound.Method("Registry/List");
        Assert.Equal(("ListAll", "Items", "Thing"), (list.PagingMethod, list.PagingField, list.PagingItem!.Name));
        Assert.All(bound.Model.Services.SelectMany(static s => s.Methods).Where(m => m != list), static m => Assert.Null(m.PagingMethod));
    }

    [Theory]
    [InlineData("List", "ListAll")]
    [InlineData("SearchThings", "SearchAllThings")]
    [InlineData("GetThings", "GetAllThings")]
    [InlineData("Find", "AllFind")]
    public void List_ByItsVerb_IsNamed(string name, string paging)
    {
        var bound = Bound.Of(Reference.Replace("Registry_List", "Registry_" + name, StringComparison.Ordinal), Rules.Replace("Registry_List", "Registry_" + name, StringComparison.Ordinal).Replace("Registry/List", "Registry/" + name, StringComparison.Ordinal));

        Assert.Equal(paging, bound.Method("Registry/" + name).PagingMethod);
    }

    [Fact]
    public void List_BesideAnRpcOfThatName_IsNamedOtherwise()
    {
        var bound = Bound.Of(Reference.Replace("Registry_Dead", "Registry_ListAll", StringComparison.Ordinal), Rules);

        Assert.Equal("ListAllPages", bound.Method("Registry/List").PagingMethod);
    }

    [Fact]
    public void Operation_NewerThanTheRules_IsSaidAndStillThere()
    {
        var fault = Assert.Single(Bound.Of(Reference, Rules).Faults);

        Assert.Equal((FaultKind.UnknownToRules, "Others/Get"), (fault.Kind, fault.Argument));
    }

    [Fact]
    public void Rules_AreLeftOutForAnotherApi()
    {
        var bound = Bound.Of(Reference.Replace("\"Registry\"", "\"Other\"", StringComparison.Ordinal).Replace("\"Events\"", "\"More\"", StringComparison.Ordinal), Rules);

        Assert.Empty(bound.Faults);
        Assert.Null(bound.Message("Thing").FullName);
        Assert.All(bound.Model.Services.SelectMany(static s => s.Methods), static m => Assert.Null(m.Mask));
        Assert.Empty(bound.Model.Paths);
    }

    [Fact]
    public void Rules_ApplyToEarlyReferencesWhoseOperationIdsLackTheService()
    {
        var bound = Bound.Of(Reference.Replace("Registry_", "", StringComparison.Ordinal).Replace("Events_", "", StringComparison.Ordinal), Rules);

        Assert.Equal("List(FieldMask<Thing> fieldMask, string? userId, uint? limit, uint? page, Eui64? eui): Things", bound.Signature("Registry/List"));
        Assert.Equal(2, bound.Method("Registry/List").Bindings.Count);
    }

    [Theory]
    [InlineData("", "Event,Other,Owner,Payload,StreamRequest,Thing,Things,Unused", "Level,State")]
    [InlineData("Events", "Event,Payload,StreamRequest", "State")]
    [InlineData("Registry", "Owner,Thing,Things", "Level")]
    [InlineData("others", "Other", "")]
    [InlineData("Events Others", "Event,Other,Payload,StreamRequest", "State")]
    public void Services_ThatAreWanted_KeepWhatTheyLeadToAndNothingElse(string services, string messages, string enums)
    {
        var bound = Bound.Of(Reference, Rules, services.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(messages, string.Join(",", bound.Model.Messages.Select(static m => m.Name)));
        Assert.Equal(enums, string.Join(",", bound.Model.Enums.Select(static e => e.Name)));
        if (services.Length > 0)
            Assert.Equal(services, string.Join(" ", bound.Model.Services.Select(static s => s.Name)), ignoreCase: true);
    }

    [Theory]
    [InlineData("Registri", "'Registri' (did you mean 'Registry'?)")]
    [InlineData("Nothing", "'Nothing'")]
    public void Services_ThatAreNotThere_AreAFault(string service, string argument)
    {
        var fault = Bound.Of(Reference, Rules, service).Faults.Single(static f => f.Kind == FaultKind.UnknownService);

        Assert.Equal((Fault.Nowhere, argument), (fault.Offset, fault.Argument));
    }

    [Fact]
    public void Order_OfServicesMessagesAndEnums_IsOrdinal()
    {
        var model = Bound.Of(Reference, Rules).Model;

        Assert.Equal(model.Services.Select(static s => s.Name).Order(StringComparer.Ordinal), model.Services.Select(static s => s.Name));
        Assert.Equal(model.Messages.Select(static s => s.Name).Order(StringComparer.Ordinal), model.Messages.Select(static s => s.Name));
    }

    [Fact]
    public void Binding_TheSameReferenceTwice_GivesEqualModels()
    {
        var first = Bound.Of(Reference, Rules).Model;
        var second = Bound.Of(Reference, Rules).Model;

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }
}
