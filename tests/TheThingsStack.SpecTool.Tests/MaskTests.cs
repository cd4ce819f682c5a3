using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace TheThingsStack.SpecTool.Tests;

public sealed class MaskTests(ITestOutputHelper output)
{
    private readonly JsonObject _rules = SharedFolder.Rules();
    private readonly MaskPaths _paths = new(SharedFolder.OpenApi(), SharedFolder.Rules());

    [Fact]
    public void Paths_OfAllMessages_AreAsManyAsTheServerHas()
    {
        var counts = _rules["messages"]!.AsObject().Keys().ToDictionary(m => m, m => _paths.Of(m), StringComparer.Ordinal);

        output.WriteLine($"{counts.Count} messages with {counts.Values.Sum(p => p.Count)} paths");
        Assert.Equal(414, counts.Count);
        Assert.Equal(7531, counts.Values.Sum(p => p.Count));
        Assert.Equal(753, counts["EndDevice"].Count);
        Assert.All(counts.Values, p => Assert.Equal(p.Count, p.Distinct().Count()));
    }

    [Fact]
    public void Paths_ThroughOneofsWrappersAndRecursion_FollowTheGrammar()
    {
        var device = _paths.Of("EndDevice");

        Assert.Contains("mac_settings.adr.mode", device);
        Assert.Contains("mac_settings.adr.mode.dynamic.margin", device);
        Assert.Contains("mac_settings.rx1_delay.value", device);
        Assert.DoesNotContain("mac_settings.adr.dynamic", device);
        Assert.DoesNotContain(device, p => p.StartsWith("attributes.", StringComparison.Ordinal) || p.StartsWith("locations.", StringComparison.Ordinal));
        Assert.Equal(
            ["namespace", "name", "message_format", "attributes", "correlation_id", "cause", "cause.namespace", "cause.name", "cause.message_format", "cause.attributes", "cause.correlation_id", "code", "details"],
            _paths.Of("ErrorDetails"));
    }

    [Fact]
    public void AllowedPaths_OfEveryRpc_AreThePathsOfItsMessage()
    {
        var listed = 0;
        foreach (var (rpc, mask) in Masks())
        {
            var known = _paths.Of((string)mask["message"]!).ToHashSet();
            if (mask["paths"] is not JsonArray allowed)
            {
                Assert.Equal("*", (string)mask["paths"]!);
                continue;
            }
            Assert.All(allowed.Strings(), p => Assert.True(known.Contains(p), $"{rpc}: {mask["message"]} has no {p}"));
            listed += allowed.Count;
        }
        Assert.Equal(78, Masks().Count());
        Assert.Equal(2335, listed);
    }

    [Fact]
    public void ImplicitPaths_OfEveryRpc_ArePathsOfItsMessage()
    {
        foreach (var (rpc, rule) in _rules["rpcs"]!.AsObject().Where(r => r.Value!["implicit"] is not null))
        {
            var known = _paths.Of((string)rule!["mask"]!["message"]!);
            Assert.All(rule["implicit"].Strings(), p => Assert.True(known.Contains(p), $"{rpc}: no {p}"));
        }
        Assert.Equal(["ids", "created_at", "updated_at", "deleted_at"], _rules["rpcs"]!["ApplicationRegistry/Get"]!["implicit"].Strings());
        Assert.Equal(["ids", "created_at", "updated_at"], _rules["rpcs"]!["EndDeviceRegistry/Get"]!["implicit"].Strings());
        Assert.Equal(["ids", "created_at", "updated_at", "format", "provider", "base_topic"], _rules["rpcs"]!["ApplicationPubSubRegistry/Get"]!["implicit"].Strings());
    }

    [Fact]
    public void MaskFields_OfEveryRequest_BelongToAnRpcWithAMask()
    {
        var takers = _rules["rpcs"]!.AsObject().Where(TakesMask).Select(r => r.Key);

        // 77 with a mask, but GsPba/UpdateGateway has no route.
        Assert.Equal(Masks().Where(m => m.Mask["dead"] is null).Select(m => m.Rpc), takers);
        Assert.Equal(76, takers.Count());
    }

    [SharedFact]
    public void Paths_OfEndDevice_AreThoseThatTheServersShareOut()
    {
        var facts = SharedFolder.Fact("device-entity-map.json");
        var expected = facts["paths"]!.AsObject().Keys().Concat(facts["paths_of_EndDevice_no_server_accepts"].Strings());

        Assert.Equal(expected.Order(StringComparer.Ordinal), _paths.Of("EndDevice").Order(StringComparer.Ordinal));
    }

    private bool TakesMask(KeyValuePair<string, JsonNode?> rpc) =>
        (string?)rpc.Value!["parameters"]?["field_mask"] == "mask"
        || (rpc.Value["body"] is JsonObject body && (string?)body["field_mask"] == "mask")
        || (rpc.Value["body"] is JsonValue message && ((string?)_rules["messages"]![(string)message!]!["fields"]?["field_mask"])?.StartsWith("mask<", StringComparison.Ordinal) == true);

    private IEnumerable<(string Rpc, JsonNode Mask)> Masks() =>
        _rules["rpcs"]!.AsObject().Where(r => r.Value!["mask"] is not null).Select(r => (r.Key, r.Value!["mask"]!));
}
