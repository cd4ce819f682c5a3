using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>What a newer reference changes, with and without facts for it.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Workspace _work = new();

    public ReportTests() => _work.Refresh();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Report_OfAFirstSpec_CountsEverything()
    {
        File.Delete(_work.OpenApiPath);
        File.Delete(_work.RulesPath);

        var report = _work.Refresh();

        Assert.Contains("operation: 0 before, 5 now", report, StringComparison.Ordinal);
        Assert.Contains("message: 0 before, 17 now", report, StringComparison.Ordinal);
        Assert.Contains("mask path: 0 before, 2 now", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone (", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfANewerReference_ListsNewGoneAndChanged()
    {
        _work.EditUpstream(MakeNewer);

        var (news, gone, changed) = Sections(_work.RefreshWithoutFacts("--version", "1.2.4"));

        Assert.Equal(
            [
                "enum Colour", "enum value Colour.COLOUR_RED", "enum value Kind.KIND_C", "message Owner", "operation ThingRegistry_Get",
                "parameter ThingRegistry_Get: gateway_eui", "parameter ThingRegistry_List: page", "property Owner.email", "property Thing.colour", "property Thing.owner",
            ],
            news);
        Assert.Equal(["operation ThingRegistry_Delete", "parameter ThingRegistry_Delete: gateway_eui", "property Thing.data"], gone);
        Assert.Equal(["operation ThingRegistry_Watch", "property Thing.name"], changed);
    }

    [Fact]
    public void Report_OfChangedMasks_ListsRpcsAndPaths()
    {
        _work.EditFact("rpc-field-masks.json", f =>
        {
            f["rpcs"]!["ThingRegistry/Set"]!["allowed"] = new JsonArray("name", "kind");
            f["rpcs"]!["ThingRegistry/List"]!["allowed"] = new JsonArray("ids");
        });

        var (news, gone, changed) = Sections(_work.Refresh());

        Assert.Equal(["mask path ThingRegistry/List: ids", "mask path ThingRegistry/Set: kind"], news);
        Assert.Equal(["mask path ThingRegistry/Set: settings.mode.fixed"], gone);
        Assert.Equal(["mask ThingRegistry/List"], changed);
    }

    [Fact]
    public void Report_OfEditedDescriptions_IsEmpty()
    {
        _work.EditOpenApi(o => o.Schemas()["Thing"]!["description"] = "A thing.");

        Assert.Contains("Nothing is new, gone or changed.", _work.RefreshWithoutFacts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_OfANewerReference_ListsWhatTheRulesDoNotSay()
    {
        _work.EditUpstream(MakeNewer);

        var report = _work.RefreshWithoutFacts();

        Assert.Equal(
            [
                "operation ThingRegistry_Get", "parameter ThingRegistry_Get: gateway_eui", "parameter ThingRegistry_List: page", "server of /somewhere/{gateway_eui}",
                "message Owner", "enum Colour", "enum value Kind.KIND_C",
            ],
            Lines(report, "In the reference, but not in the rules").Order(Comparer<string>.Create(ByKind)));
        Assert.Equal(["operation ThingRegistry_Delete of ThingRegistry/Delete"], Lines(report, "In the rules, but not in the reference"));
    }

    [Fact]
    public void Corrections_WithoutFacts_StillHoldForANewerReference()
    {
        _work.EditUpstream(MakeNewer);
        var before = _work.Rules.ToJsonString();

        _work.RefreshWithoutFacts();

        var openApi = _work.OpenApi;
        var thing = openApi.Schemas()["Thing"]!["properties"]!;
        Assert.Equal(before, _work.Rules.ToJsonString());
        Assert.Equal("""{"type":["number","null"],"format":"float"}""", thing["margin"]!.ToJsonString());
        Assert.Equal("DelayValue", thing["delay"].Reference());
        Assert.Equal("""{"$ref":"#/components/schemas/Delay"}""", openApi.Schemas()["DelayValue"]!.ToJsonString());
        Assert.Equal("Thing", openApi["paths"]!["/applications/{application_id}/things"]!["post"]!.AsObject().BodySchema().Properties()["thing"].Reference());
        // What the rules do not know follows upstream, and what the name means elsewhere.
        Assert.Equal("""{"type":"string","contentEncoding":"base64","x-bytes":"Eui64"}""", openApi["paths"]!["/somewhere/{gateway_eui}"]!["get"]!["parameters"]![0]!["schema"]!.ToJsonString());
        Assert.Equal("""{"type":"string","enum":["COLOUR_RED"]}""", openApi.Schemas()["Colour"]!.ToJsonString());
    }

    [Fact]
    public void Corrections_OfAnUnknownAnonymousBody_FindTheMessage()
    {
        _work.EditUpstream(u => u["paths"]!["/somewhere"] = new JsonObject { ["post"] = UnknownPost() });

        _work.RefreshWithoutFacts();

        var body = _work.OpenApi["paths"]!["/somewhere"]!["post"]!.AsObject().BodySchema().Properties();
        Assert.Equal("Thing", body["thing"].Reference());
        Assert.Equal("ThingIdentifiers", body["thing_ids"].Reference());
        Assert.Equal("FieldMask", body["field_mask"].Reference());
        Assert.Equal("""{"type":"object"}""", body["nothing_known"]!.ToJsonString());
    }

    private static void MakeNewer(JsonObject upstream)
    {
        var paths = upstream["paths"]!.AsObject();
        var definitions = upstream["definitions"]!.AsObject();
        var get = paths["/gcs/things/{gateway_eui}"]!["delete"]!.DeepClone();
        get["operationId"] = "ThingRegistry_Get";
        paths.Remove("/gcs/things/{gateway_eui}");
        paths["/somewhere/{gateway_eui}"] = new JsonObject { ["get"] = get };
        paths["/applications/{application_id}/things"]!["get"]!["parameters"]!.AsArray()
            .Add(new JsonObject { ["name"] = "page", ["in"] = "query", ["type"] = "integer", ["format"] = "int64" });
        var watch = paths["/events"]!.DeepClone();
        paths.Remove("/events");
        paths["/events/watch"] = watch;
        definitions["v3Kind"]!["enum"]!.AsArray().Add("KIND_C");
        definitions["v3Colour"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("COLOUR_RED") };
        definitions["v3Owner"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["email"] = new JsonObject { ["type"] = "string" } } };
        var thing = definitions["v3Thing"]!["properties"]!.AsObject();
        thing.Remove("data");
        thing["name"] = new JsonObject { ["type"] = "boolean" };
        thing["colour"] = new JsonObject { ["$ref"] = "#/definitions/v3Colour" };
        thing["owner"] = new JsonObject { ["$ref"] = "#/definitions/v3Owner" };
    }

    private static JsonNode UnknownPost() => JsonNode.Parse("""
        {
          "operationId": "ThingRegistry_Adopt",
          "tags": ["ThingRegistry"],
          "parameters": [{
            "name": "body", "in": "body",
            "schema": { "type": "object", "properties": {
              "thing": { "type": "object", "properties": { "name": { "type": "string" } } },
              "thing_ids": { "type": "object" },
              "field_mask": { "type": "string" },
              "nothing_known": { "type": "object", "properties": { "unheard_of": { "type": "string" } } }
            } }
          }],
          "responses": { "200": { "schema": { "type": "object" } } }
        }
        """)!;

    private static (string[] New, string[] Gone, string[] Changed) Sections(string report) =>
        (Named(Lines(report, "New (")), Named(Lines(report, "Gone (")), Named(Lines(report, "Changed (")));

    /// <summary>Kind and name of the lines, without what follows them after two blanks.</summary>
    private static string[] Named(IEnumerable<string> lines) => [.. lines.Select(l => l.Split("  ")[0]).Order(StringComparer.Ordinal)];

    private static List<string> Lines(string report, string title) =>
    [
        .. report.Split(Environment.NewLine)
            .SkipWhile(l => !l.StartsWith(title, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal))
            .Select(l => l.Trim()),
    ];

    /// <summary>Routes and operations first, then messages, then enums, each by name.</summary>
    private static int ByKind(string? a, string? b)
    {
        static int Rank(string? line) => line![0] switch { 'm' => 1, 'e' => 2, _ => 0 };
        return Rank(a) != Rank(b) ? Rank(a).CompareTo(Rank(b)) : string.CompareOrdinal(a, b);
    }
}
