using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>The spec against upstream's file: nothing missing, nothing invented, every type upstream's or a known correction.</summary>
public sealed class UpstreamComparisonTests
{
    private static readonly string[] OurOwn =
        ["AesKey", "Any", "DevAddr", "DevNonce", "Eui64", "FieldMask", "JoinNonce", "MacAddress", "NetId", "Status"];

    [SharedFact]
    public void Routes_OfTheSpec_AreUpstreams()
    {
        static string[] Routes(JsonObject document) =>
            [.. document.Operations().Select(o => $"{o.Method} {o.Path} {o.Operation.Id()} {o.Operation["tags"]!.ToJsonString()}")];

        var routes = Routes(SharedFolder.OpenApi());

        Assert.Equal(322, routes.Length);
        Assert.Equal(Routes(SharedFolder.Upstream()), routes);
    }

    [SharedFact]
    public void Services_OfTheSpec_AreThoseWithOperations()
    {
        var used = SharedFolder.Upstream().Operations().Select(o => (string)o.Operation["tags"]![0]!).Distinct();

        var services = SharedFolder.OpenApi()["tags"]!.AsArray().Select(t => (string)t!["name"]!).ToList();

        Assert.Equal(57, services.Count);
        Assert.Equal(used.Order(StringComparer.Ordinal), services.Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void Parameters_OfEveryOperation_AreUpstreamsByNamePlaceAndOrder()
    {
        static string[] Parameters(JsonObject operation) =>
        [
            .. operation.Parameters()
                .Where(p => (string)p!["in"]! != "body")
                .Select(p => $"{((string)p!["name"]!).Replace("[string]", "", StringComparison.Ordinal)} in {p["in"]} required {(bool?)p["required"] ?? false}"),
        ];

        Assert.All(ByOperation(), pair => Assert.Equal(Parameters(pair.Upstream), Parameters(pair.Ours)));
    }

    [SharedFact]
    public void Parameters_OfEveryOperation_HaveTypesThatAgree()
    {
        var spec = SharedFolder.OpenApi();
        var compared = 0;
        foreach (var (upstream, ours) in ByOperation())
        {
            var theirs = upstream.Parameters().Where(p => (string)p!["in"]! != "body").ToList();
            foreach (var (their, our) in theirs.Zip(ours.Parameters()))
            {
                Assert.True(ParametersAgree(their!, our!, spec), $"{ours.Id()}: {our!.ToJsonString()}");
                compared++;
            }
        }
        Assert.Equal(1048, compared);
    }

    [SharedFact]
    public void Bodies_OfEveryOperation_AreTheMessageThatUpstreamCopies()
    {
        var (upstream, spec, rules) = (SharedFolder.Upstream(), SharedFolder.OpenApi(), SharedFolder.Rules());
        var bodies = 0;
        foreach (var (theirs, ours) in ByOperation())
        {
            var schema = theirs.Parameters().FirstOrDefault(p => (string)p!["in"]! == "body")?["schema"]!.AsObject();
            Assert.Equal(schema is null, ours.BodySchema() is null);
            if (schema is null)
                continue;
            BodyAgrees(upstream.BodyDefinition(schema), ours.BodySchema()!, spec, rules, ours.Id());
            bodies++;
        }
        Assert.Equal(99, bodies);
    }

    [SharedFact]
    public void Responses_OfEveryOperation_AreUpstreams()
    {
        var (streams, empty) = (0, 0);
        foreach (var (theirs, ours) in ByOperation())
        {
            var schema = theirs["responses"]!["200"]!["schema"]!;
            var content = ours["responses"]!["200"]!["content"]!.AsObject();
            var isStream = schema.Properties().ContainsKey("result");
            Assert.Equal(isStream ? "application/jsonl" : "application/json", Assert.Single(content).Key);
            var our = content[0]!["schema"]!;
            if (isStream)
            {
                streams++;
                Assert.Equal(["result", "error"], our.Properties().Keys());
                Assert.Equal("Status", our.Properties()["error"].Reference());
                (schema, our) = (schema.Properties()["result"]!, our.Properties()["result"]!);
            }
            empty += schema.Reference() is null ? 1 : 0;
            Assert.Equal(schema.Reference() is { } name ? UpstreamNames.Clean(name) : null, our.Reference());
            Assert.Equal("Error", ours["responses"]!["default"].Reference());
        }
        Assert.Equal((6, 88), (streams, empty));
    }

    [SharedFact]
    public void Messages_OfTheSpec_AreUpstreamsPropertyByProperty()
    {
        var (spec, rules) = (SharedFolder.OpenApi().Schemas(), SharedFolder.Rules());
        var messages = SharedFolder.Upstream().Messages().ToList();

        Assert.Equal(414, messages.Count);
        Assert.All(messages, m => MessageAgrees(m.Name, m.Schema, spec, rules));
    }

    [SharedFact]
    public void Schemas_OfTheSpec_AreUpstreamsAndTheDomainTypes()
    {
        var upstream = SharedFolder.Upstream();
        var expected = upstream.Messages().Concat(upstream.Enums()).Select(d => d.Name).Concat(OurOwn);

        Assert.Equal(expected.Order(StringComparer.Ordinal), SharedFolder.OpenApi().Schemas().Keys());
    }

    [SharedFact]
    public void Enums_OfTheSpec_AreUpstreamsValueByValue()
    {
        var spec = SharedFolder.OpenApi().Schemas();
        var enums = SharedFolder.Upstream().Enums().ToList();

        Assert.Equal(50, enums.Count);
        Assert.All(enums, e => Assert.Equal(e.Schema["enum"].Strings(), (spec[e.Name]!["x-enum-varnames"] ?? spec[e.Name]!["enum"]).Strings()));
    }

    [Fact]
    public void References_InTheSpec_AllLeadSomewhere()
    {
        var spec = SharedFolder.OpenApi();
        var references = new List<string>();
        Collect(spec, references);

        Assert.All(references.Distinct(), r => Assert.NotNull(r.Split('/')[1..].Aggregate((JsonNode?)spec, (node, part) => node?[part])));
        Assert.Contains("#/components/schemas/EndDevice", references);
    }

    private static List<(JsonObject Upstream, JsonObject Ours)> ByOperation()
    {
        var ours = SharedFolder.OpenApi().Operations().ToDictionary(o => o.Operation.Id(), o => o.Operation, StringComparer.Ordinal);
        return [.. SharedFolder.Upstream().Operations().Select(o => (o.Operation, ours[o.Operation.Id()]))];
    }

    private static bool ParametersAgree(JsonNode upstream, JsonNode ours, JsonObject spec)
    {
        var name = (string)upstream["name"]!;
        var schema = ours["schema"]!;
        if (name.EndsWith("[string]", StringComparison.Ordinal))
            return (string?)ours["style"] == "deepObject" && (string?)schema["additionalProperties"]?["type"] == "string";
        if (name == "field_mask")
            return (string?)ours["style"] == "form" && !(bool)ours["explode"]! && (string?)schema["items"]?["type"] == "string";
        if ((upstream["items"]?["enum"] ?? upstream["enum"]) is { } values)
            return values.Strings().SequenceEqual(spec.Schemas()[(schema["items"] ?? schema).Reference()!]!["enum"].Strings());
        if (upstream["items"] is not null && !(bool)ours["explode"]!)
            return false;
        if (schema["x-bytes"] is not null)
            return (string?)schema["contentEncoding"] == "base64" && spec.Schemas().ContainsKey((string)schema["x-bytes"]!);
        // A text in upstream's query may be bytes as well; the facts say which.
        return TypeAgreement.Agree(upstream, schema) || (upstream["format"] is null && (string?)schema["contentEncoding"] == "base64");
    }

    private static void BodyAgrees(JsonObject upstream, JsonObject ours, JsonObject spec, JsonObject rules, string operation)
    {
        if (ours.Reference() is { } message)
        {
            Assert.Subset(spec.Schemas()[message].Properties().Keys().ToHashSet(), upstream.Properties().Keys().ToHashSet());
            return;
        }
        Assert.Equal(upstream.Properties().Keys(), ours.Properties().Keys());
        foreach (var (name, property) in upstream.Properties())
        {
            var our = ours.Properties()[name]!;
            var isCopy = (property!["properties"] is not null || (string?)property["type"] == "object") && property["additionalProperties"] is null;
            if (!isCopy)
                Assert.True(TypeAgreement.Agree(property, our), $"{operation}: {name} {our.ToJsonString()}");
            else
                CopyAgrees(property, our.Reference() ?? throw new InvalidOperationException($"{operation}: {name} is no message."), spec, rules);
        }
    }

    /// <summary>Every property of an anonymous copy is one of the message that stands for it, to the bottom.</summary>
    private static void CopyAgrees(JsonNode upstream, string message, JsonObject spec, JsonObject rules)
    {
        var properties = spec.Schemas()[message].Properties();
        foreach (var (name, property) in upstream.Properties())
        {
            var our = properties[name];
            Assert.True(our is not null, $"{message} has no {name}.");
            if (property!["properties"] is not null)
                CopyAgrees(property, our.Reference()!, spec, rules);
            else if ((string?)property["type"] != "object" || property["additionalProperties"] is not null)
                Assert.True(TypeAgreement.Agree(property, our), $"{message}.{name}: {our.ToJsonString()}");
        }
    }

    private static void MessageAgrees(string name, JsonObject upstream, JsonObject spec, JsonObject rules)
    {
        var ours = spec[name]!;
        if (rules["messages"]![name]!["wrapper"] is not null)
        {
            var (field, value) = Assert.Single(upstream.Properties());
            Assert.Equal("value", field);
            Assert.True(TypeAgreement.Agree(value!, ours), $"{name}: {ours.ToJsonString()}");
            return;
        }
        Assert.Equal(upstream.Properties().Keys(), ours.Properties().Keys());
        Assert.All(upstream.Properties(), p => Assert.True(TypeAgreement.Agree(p.Value!, ours.Properties()[p.Key]!), $"{name}.{p.Key}: {ours.Properties()[p.Key]!.ToJsonString()}"));
    }

    private static void Collect(JsonNode? node, List<string> references)
    {
        if (node is JsonObject members && members["$ref"] is JsonValue reference)
            references.Add((string)reference!);
        foreach (var child in node is JsonObject o ? o.Select(p => p.Value) : node as IEnumerable<JsonNode?> ?? [])
            Collect(child, references);
    }
}
