using System.Text.Json.Nodes;

namespace TheThingsStack.SpecTool.Tests;

/// <summary>The spec against the facts: what is on the wire, field by field and RPC by RPC.</summary>
public sealed class FactsComparisonTests
{
    [SharedFact]
    public void Fields_OfEveryMessage_HaveTheEncodingOfTheServer()
    {
        var spec = SharedFolder.OpenApi().Schemas();
        var compared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (message, field, fact) in DefinedFields())
        {
            var property = spec[message]!.Properties()[field];
            if (property is null)
                continue; // the one field of a wrapper, whose schema is the value itself
            var element = property["items"] ?? ((string)fact["kind"]! == "map" ? property["additionalProperties"] : null) ?? property;
            Assert.True(Encoding(element, spec) == Expected(fact), $"{message}.{field}: {property.ToJsonString()} should be {Expected(fact)}");
            Assert.Equal((string)fact["kind"]! == "repeated", property["items"] is not null);
            compared[(string)fact["json"]!] = compared.GetValueOrDefault((string)fact["json"]!) + 1;
        }
        Assert.Equal(1583, compared.Values.Sum());
        Assert.Equal((34, 31), (compared["ttn-wrapper"], compared["enum-number"]));
    }

    [SharedFact]
    public void Fields_ThatTheServerWritesAsNull_AreNullable()
    {
        var spec = SharedFolder.OpenApi().Schemas();
        static bool IsNullable(JsonNode? property) => property?["type"] is JsonArray types && types.Strings().Contains("null");
        var expected = DefinedFields().Where(f => ((string)f.Fact["json"]!).StartsWith("wrapper:", StringComparison.Ordinal)).Select(f => $"{f.Message}.{f.Field}");
        var actual = spec.SelectMany(s => s.Value.Properties().Where(p => IsNullable(p.Value)).Select(p => $"{s.Key}.{p.Key}")).ToList();

        Assert.Equal(52, actual.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public void Rpcs_OfTheRules_AreThoseThatHttpReaches()
    {
        var rules = SharedFolder.Rules()["rpcs"]!.AsObject();
        var facts = SharedFolder.Fact("rpc-http.json").Where(r => r.Value!["http"]!.AsArray().Count > 0).ToDictionary(r => $"{r.Value!["service"]}/{r.Value!["method"]}", r => r.Value!);

        Assert.Equal(253, rules.Count);
        Assert.Equal(facts.Keys.Order(StringComparer.Ordinal), rules.Keys());
        Assert.All(rules, r => Assert.Equal(facts[r.Key]["http"]!.AsArray().Select(h => (string)h!["operation_id"]!), r.Value!["operations"].Strings()));
        Assert.All(rules, r => Assert.Equal((bool)facts[r.Key]["server_streaming"]!, r.Value!["stream"] is not null));
        Assert.Equal(322, rules.Sum(r => r.Value!["operations"]!.AsArray().Count));
    }

    [SharedFact]
    public void Bodies_OfEveryRpc_AreOfTheTypesOfItsRequest()
    {
        var (spec, messages, names) = (SharedFolder.OpenApi(), SharedFolder.Fact("field-types.json")["messages"]!, Names("messages"));
        var requests = Requests();
        var compared = 0;
        foreach (var (_, _, operation) in spec.Operations().Where(o => o.Operation.BodySchema() is not null))
        {
            var body = operation.BodySchema()!;
            var request = requests[operation.Id()];
            Assert.Equal(names.GetValueOrDefault(request), body.Reference());
            foreach (var (field, property) in body.Properties())
            {
                var fact = messages[request]!["fields"]![field]!;
                var element = property!["items"] ?? property;
                Assert.True(Encoding(element, spec.Schemas()) == Expected(fact), $"{operation.Id()}: {field}");
                if ((string)fact["json"]! == "object")
                    Assert.Equal(names[(string)fact["element"]!], element.Reference());
                compared++;
            }
        }
        Assert.Equal(184, compared);
    }

    [SharedFact]
    public void Parameters_OfEveryRpc_AreOfTheTypesOfItsRequest()
    {
        var (spec, messages, requests) = (SharedFolder.OpenApi(), SharedFolder.Fact("field-types.json")["messages"]!, Requests());
        var (bytes, others) = (0, 0);
        foreach (var (_, _, operation) in spec.Operations())
        {
            foreach (var parameter in operation.Parameters())
            {
                var schema = parameter!["schema"]!;
                var name = (string)parameter["name"]!;
                var fact = Field(messages, requests[operation.Id()], name);
                var element = schema["items"] ?? ((string?)parameter["style"] == "deepObject" ? schema["additionalProperties"]! : schema);
                var expected = (string)fact["json"]! switch { "bytes-hex" => "base64", "field-mask-object" => "string", _ => Expected(fact) };
                Assert.True(Encoding(element, spec.Schemas()) == expected, $"{operation.Id()}: {name}");
                if ((string)fact["json"]! == "bytes-hex")
                    Assert.Equal((int)fact["hex_bytes"]! * 2, (int)spec.Schemas()[(string)element["x-bytes"]!]!["maxLength"]!);
                _ = schema.ToJsonString().Contains("base64", StringComparison.Ordinal) ? bytes++ : others++;
            }
        }
        Assert.Equal((122, 926), (bytes, others));
    }

    [SharedFact]
    public void Masks_OfTheRules_AreThoseOfTheFacts()
    {
        var facts = SharedFolder.Fact("rpc-field-masks.json")["rpcs"]!.AsObject();
        var masks = SharedFolder.Rules()["rpcs"]!.AsObject().Where(r => r.Value!["mask"] is not null).ToDictionary(r => r.Key, r => r.Value!["mask"]!);

        // One of the 79 has no route: GsPba/UpdateGateway.
        Assert.Equal(["GsPba/UpdateGateway"], facts.Keys().Except(masks.Keys));
        Assert.All(masks, m => Assert.Equal(facts[m.Key]!["allowed"]!.ToJsonString(), m.Value["paths"]!.ToJsonString()));
        Assert.Equal(["ApplicationActivationSettingRegistry/Delete", "UserBookmarkRegistry/List"], masks.Where(m => m.Value["dead"] is not null).Select(m => m.Key));
    }

    [SharedFact]
    public void Oneofs_OfTheRules_AreThoseOfTheFacts()
    {
        var names = Names("messages");
        var expected = SharedFolder.Fact("oneofs.json")
            .Where(m => names.ContainsKey(m.Key))
            .SelectMany(m => m.Value!.AsObject().Select(o => $"{names[m.Key]}.{o.Key}: {string.Join(' ', o.Value!["fields"].Strings())}"));

        var actual = SharedFolder.Rules()["messages"]!.AsObject()
            .SelectMany(m => (m.Value!["oneofs"]?.AsObject() ?? []).Select(o => $"{m.Key}.{o.Key}: {string.Join(' ', o.Value!["members"].Strings())}"))
            .ToList();

        Assert.Equal(25, actual.Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        // Of the other three, two belong to requests that are no message of the document, and one is not reached by HTTP.
        Assert.Equal(
            ["EntityRegistrySearch/SearchAccounts", "JsEndDeviceRegistry/Provision"],
            SharedFolder.Rules()["rpcs"]!.AsObject().Where(r => r.Value!["oneofs"] is not null).Select(r => r.Key));
    }

    [SharedFact]
    public void Enums_OfTheRules_HaveTheNumbersOfTheFacts()
    {
        var names = Names("enums");
        var rules = SharedFolder.Rules()["enums"]!.AsObject();
        foreach (var (proto, fact) in SharedFolder.Fact("field-types.json")["enums"]!.AsObject().Where(e => names.ContainsKey(e.Key)))
        {
            var expected = fact!["values"]!.AsArray().Select(v => $"{v!["name"]}={v["number"]}");
            Assert.Equal(expected, rules[names[proto]]!["values"]!.AsObject().Select(v => $"{v.Key}={v.Value}"));
        }
        Assert.Equal(["DataRateIndex", "DataRateOffset", "RxDelay"], rules.Where(r => (string)r.Value!["wire"]! == "number").Select(r => r.Key));
    }

    [SharedFact]
    public void Limits_OfTheRules_HoldEveryRequiredMessageAndPattern()
    {
        var names = Names("messages");
        var rules = SharedFolder.Rules()["messages"]!.AsObject();
        foreach (var (message, field, fact) in DefinedFields())
        {
            var limits = rules[message]!["limits"]?[field];
            var required = (fact["validate"]?.AsObject() ?? []).Any(kind => (bool?)kind.Value!["required"] == true);
            Assert.Equal(required, (bool?)limits?["required"] ?? false);
            Assert.Equal((string?)fact["validate"]?["string"]?["pattern"], (string?)limits?["pattern"]);
        }
    }

    /// <summary>The request message of each operation.</summary>
    private static Dictionary<string, string> Requests() =>
        SharedFolder.Fact("rpc-http.json")
            .SelectMany(r => r.Value!["http"]!.AsArray().Select(h => (Id: (string)h!["operation_id"]!, Request: (string)r.Value["request"]!)))
            .ToDictionary(x => x.Id, x => x.Request, StringComparer.Ordinal);

    /// <summary>The fact at the end of a dotted path.</summary>
    private static JsonNode Field(JsonNode messages, string message, string path) =>
        path.Split('.').Aggregate((JsonNode?)null, (fact, field) => messages[(string?)fact?["element"] ?? message]!["fields"]![field]!)!;

    private static IEnumerable<(string Message, string Field, JsonNode Fact)> DefinedFields()
    {
        var names = Names("messages");
        return from message in SharedFolder.Fact("field-types.json")["messages"]!.AsObject()
               where names.ContainsKey(message.Key)
               from field in message.Value!["fields"]!.AsObject()
               where field.Value!["swagger"] is not null
               select (names[message.Key], field.Key, field.Value);
    }

    /// <summary>Our names of the facts' messages or enums that upstream defines.</summary>
    private static Dictionary<string, string> Names(string kind) =>
        SharedFolder.Fact("field-types.json")[kind]!.AsObject()
            .Where(t => t.Value!["swagger_definition"] is not null)
            .ToDictionary(t => t.Key, t => UpstreamNames.Clean((string)t.Value!["swagger_definition"]!), StringComparer.Ordinal);

    private static string Expected(JsonNode fact) => (string)fact["json"]! switch
    {
        "bytes-hex" => $"hex {(int)fact["hex_bytes"]! * 2}",
        "bytes-base64" => "base64",
        "dev-addr-prefix" => "prefix",
        "number-32" or "number-float" or "int64-string" => (string)fact["element"]!,
        "wrapper:number-32" => "uint32",
        "wrapper:number-float" => "float",
        "wrapper:bool" => "boolean",
        "wrapper:string" => "string",
        "bool" => "boolean",
        "enum-string" or "enum-number" or "object" or "ttn-wrapper" or "any" or "struct" or "string" or "duration" => (string)fact["json"]!,
        "timestamp" => "date-time",
        "field-mask-object" => "mask",
        var other => throw new InvalidOperationException($"An encoding that this test does not know: {other}"),
    };

    private static string Encoding(JsonNode schema, JsonObject spec)
    {
        if (schema.Reference() is { } name)
            return Encoding(name, spec[name]!);
        if (schema["additionalProperties"] is not null)
            return "struct";
        return (string?)schema["format"] ?? (string?)schema["contentEncoding"] ?? (schema["pattern"] is null ? PlainType(schema) : "prefix");
    }

    private static string Encoding(string name, JsonNode target) => name switch
    {
        "FieldMask" => "mask",
        "Any" => "any",
        _ when (string?)target["format"] == "hex" => $"hex {target["maxLength"]}",
        _ when target["enum"] is not null => (string)target["type"]! == "integer" ? "enum-number" : "enum-string",
        _ when target["properties"] is null => "ttn-wrapper",
        _ => "object",
    };

    private static string PlainType(JsonNode schema) => schema["type"] is JsonArray types ? (string)types[0]! : (string)schema["type"]!;
}
