using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

public sealed class RefreshTests : IDisposable
{
    private const string Things = "/applications/{application_id}/things";
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Refresh_OfTheSameInputs_ChangesNoByte()
    {
        _work.Refresh();
        var before = (_work.OpenApiText, _work.RulesText);

        var report = _work.Refresh();

        Assert.Equal(before, (_work.OpenApiText, _work.RulesText));
        Assert.Contains("Nothing is new, gone or changed.", report, StringComparison.Ordinal);
        Assert.EndsWith("}\n", before.OpenApiText, StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_WithoutFacts_ChangesNoByteEither()
    {
        _work.Refresh();
        var before = (_work.OpenApiText, _work.RulesText);

        var report = _work.RefreshWithoutFacts();

        Assert.Equal(before, (_work.OpenApiText, _work.RulesText));
        Assert.DoesNotContain("not in the rules", report, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Refresh_OfAnotherVersionWithoutFacts_CorrectsWhatTheRulesKnow()
    {
        CopySpecOfTheRepository();
        var rules = _work.RulesText;
        var other = Path.Combine(SharedFolder.Root!, "reference", "corpus", "TheThingsNetwork__lorawan-stack__v3.28.2.json");

        var report = Workspace.Succeed("refresh", other, "--spec", _work.Spec, "--version", "3.28.2");

        Assert.Equal(rules, _work.RulesText);
        Assert.Contains("operation: 322 before, 273 now", report, StringComparison.Ordinal);
        Assert.DoesNotContain("In the reference, but not in the rules", report, StringComparison.Ordinal);
        var (now, then) = (_work.OpenApi, SharedFolder.OpenApi());
        Assert.Equal("EndDevice", Body(now, "/applications/{end_device.ids.application_ids.application_id}/devices", "post")["end_device"].Reference());
        // Each property that both versions have is the same, description and all, but for one message that was renamed in between.
        var differing =
            from message in then.Schemas()
            from property in message.Value.Properties()
            let earlier = now.Schemas()[message.Key].Properties()[property.Key]
            where earlier is not null && earlier.ToJsonString() != property.Value!.ToJsonString()
            select $"{message.Key}.{property.Key}";
        Assert.Equal(["MACSettings.desired_relay", "MACSettings.relay"], differing.Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void Refresh_OfTheRealReference_YieldsTheSpecOfTheRepository()
    {
        CopySpecOfTheRepository();
        var before = (_work.OpenApiText, _work.RulesText);

        var withFacts = Workspace.Succeed("refresh", SharedFolder.UpstreamPath, "--facts", SharedFolder.FactsPath, "--spec", _work.Spec);
        Assert.Equal(before, (_work.OpenApiText, _work.RulesText));
        var without = Workspace.Succeed("refresh", SharedFolder.UpstreamPath, "--spec", _work.Spec);
        Assert.Equal(before, (_work.OpenApiText, _work.RulesText));

        Assert.All([withFacts, without], report => Assert.EndsWith("Nothing is new, gone or changed." + Environment.NewLine, report, StringComparison.Ordinal));
    }

    [Fact]
    public void Refresh_OfDescribedSpec_KeepsEveryDescription()
    {
        _work.Refresh();
        _work.EditOpenApi(Describe);
        _work.RefreshWithoutFacts();
        var described = _work.OpenApiText;

        _work.Refresh();

        Assert.Equal(described, _work.OpenApiText);
        var openApi = _work.OpenApi;
        var get = openApi["paths"]![Things]!["get"]!;
        Assert.Equal("ours: document", (string?)openApi["info"]!["description"]);
        Assert.Equal("ours: service", (string?)openApi["tags"]![0]!["description"]);
        Assert.Equal(("ours: summary", "ours: more"), ((string?)get["summary"], (string?)get["description"]));
        Assert.Equal("ours: parameter", (string?)get["parameters"]![0]!["description"]);
        Assert.Equal("ours: body property", (string?)Body(openApi, Things, "post")["thing"]!["description"]);
        Assert.Equal("ours: message", (string?)openApi.Schemas()["Thing"]!["description"]);
        Assert.Equal("ours: property", (string?)openApi.Schemas()["Thing"]!["properties"]!["margin"]!["description"]);
        Assert.Equal("ours: wrapper", (string?)openApi.Schemas()["DelayValue"]!["description"]);
        Assert.Equal("ours: hex", (string?)openApi.Schemas()["Eui64"]!["description"]);
        Assert.Equal("ours: error code", (string?)openApi.Schemas()["Status"]!["properties"]!["code"]!["description"]);
        Assert.Equal("ours: value", (string?)openApi.Schemas()["Kind"]!["x-enum-descriptions"]!["KIND_B"]);
        Assert.Equal("ours: number", (string?)openApi.Schemas()["Delay"]!["x-enum-descriptions"]!["DELAY_1"]);
    }

    [Fact]
    public void Refresh_OfANewBinding_TakesTheDescriptionsOfItsRpc()
    {
        _work.Refresh();
        _work.EditOpenApi(Describe);
        _work.EditUpstream(u => u["paths"]!["/things/{application_id}"] = new JsonObject { ["get"] = Renamed(u["paths"]![Things]!["get"]!, "ThingRegistry_List2") });

        _work.RefreshWithoutFacts();

        var binding = _work.OpenApi["paths"]!["/things/{application_id}"]!["get"]!;
        Assert.Equal("ours: summary", (string?)binding["summary"]);
        Assert.Equal("ours: parameter", (string?)binding["parameters"]![0]!["description"]);
    }

    [Fact]
    public void Refresh_OfAValueThatIsGone_DropsItsDescription()
    {
        _work.Refresh();
        _work.EditOpenApi(Describe);
        _work.EditUpstream(u => u["definitions"]!["v3Kind"]!["enum"] = new JsonArray("KIND_A"));

        _work.RefreshWithoutFacts();

        Assert.Null(_work.OpenApi.Schemas()["Kind"]!["x-enum-descriptions"]);
    }

    [Fact]
    public void Refresh_OfUpstreamProse_CopiesNoneOfIt()
    {
        _work.Refresh();

        Assert.Contains("UPSTREAM PROSE", File.ReadAllText(_work.Upstream), StringComparison.Ordinal);
        Assert.DoesNotContain("UPSTREAM PROSE", _work.OpenApiText + _work.RulesText, StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_WithVersion_WritesItIntoTheDocumentOnly()
    {
        _work.Refresh("--version", "9.9.9");

        Assert.Equal("9.9.9", (string?)_work.OpenApi["info"]!["version"]);
        Assert.Equal("1.2.3", (string?)_work.Rules["version"]);

        _work.RefreshWithoutFacts();
        Assert.Equal("9.9.9", (string?)_work.OpenApi["info"]!["version"]);
    }

    private void CopySpecOfTheRepository()
    {
        Directory.CreateDirectory(_work.Spec);
        foreach (var file in Directory.GetFiles(SharedFolder.Spec, "*.json"))
            File.Copy(file, Path.Combine(_work.Spec, Path.GetFileName(file)));
    }

    private static void Describe(JsonObject openApi)
    {
        var get = openApi["paths"]![Things]!["get"]!;
        openApi["info"]!["description"] = "ours: document";
        openApi["tags"]![0]!["description"] = "ours: service";
        (get["summary"], get["description"]) = ("ours: summary", "ours: more");
        get["parameters"]![0]!["description"] = "ours: parameter";
        Body(openApi, Things, "post")["thing"]!["description"] = "ours: body property";
        openApi.Schemas()["Thing"]!["description"] = "ours: message";
        openApi.Schemas()["Thing"]!["properties"]!["margin"]!["description"] = "ours: property";
        openApi.Schemas()["DelayValue"]!["description"] = "ours: wrapper";
        openApi.Schemas()["Eui64"]!["description"] = "ours: hex";
        openApi.Schemas()["Status"]!["properties"]!["code"]!["description"] = "ours: error code";
        openApi.Schemas()["Kind"]!["x-enum-descriptions"] = new JsonObject { ["KIND_B"] = "ours: value" };
        openApi.Schemas()["Delay"]!["x-enum-descriptions"] = new JsonObject { ["DELAY_1"] = "ours: number" };
    }

    private static JsonObject Body(JsonObject openApi, string path, string method) =>
        openApi["paths"]![path]![method]!.AsObject().BodySchema().Properties();

    private static JsonNode Renamed(JsonNode operation, string id)
    {
        var copy = operation.DeepClone();
        copy["operationId"] = id;
        return copy;
    }
}
