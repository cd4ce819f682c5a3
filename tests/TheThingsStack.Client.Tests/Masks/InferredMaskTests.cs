using TheThingsStack.Client.Tests.Calls;
using TheThingsStack.Client.Tests.Reference;
using TheThingsStack.Client.Tests.Samples;
using TheThingsStack.V3;
using Xunit.Abstractions;

namespace TheThingsStack.Client.Tests.Masks;

/// <summary>An update without a mask writes what is set, in every RPC that writes.</summary>
public sealed class InferredMaskTests(RecordingServer server, ITestOutputHelper output) : IClassFixture<RecordingServer>
{
    // The server keeps these itself, so they are never in an inferred mask.
    private static readonly string[] s_kept = ["ids", "created_at", "updated_at", "deleted_at"];

    // All of its fields are in a oneof.
    private const string OnlyOneof = "NsRelayConfigurationService/UpdateRelay";

    [Fact]
    public async Task Update_WithoutMask_WritesEverythingThatIsSet()
    {
        using var client = server.CreateClient();
        var count = 0;
        foreach (var rpc in ApiReference.Rpcs.Where(r => r.MaskWrites && r.Name != OnlyOneof))
        {
            var arguments = Arguments.Of(rpc);
            var entity = arguments.ByWireName.Keys.Single(n => arguments.Type(n) == new WireType(WireKind.Message, rpc.MaskMessage));
            var values = Chosen.Values(arguments);
            var inRoute = Chosen.Operation(arguments, values).PathNames.Where(n => n.StartsWith(entity + ".", StringComparison.Ordinal)).Select(n => n[(entity.Length + 1)..]).ToList();
            values.Remove("field_mask");
            for (var seed = 0UL; seed < 20; seed++)
            {
                var choices = new Choices(seed, fill: 1, depth: 1, extremes: false);
                var paths = Written(rpc, inRoute, choices);
                values.Set(entity, Entity(rpc.MaskMessage!, [.. paths, .. inRoute], choices));
                await ServiceMethod.ResultAsync(arguments.Method.Invoke(client, values.ByParameter));
                var body = JsonDiff.Parse(server.TakeOne().Body)!;
                Assert.Equal(paths, body["field_mask"]!["paths"]!.AsArray().Select(p => (string)p!));
                JsonDiff.AssertEqual(values.Samples[entity].Json, body[entity], rpc.Name);
            }

            count++;
        }

        output.WriteLine($"{count} RPCs that write");
        Assert.Equal(23, count);
    }

    [Fact]
    public async Task Update_WithAMemberOfAOneof_WritesTheMemberWhole()
    {
        using var client = server.CreateClient();
        var device = Device();
        device.MacSettings = new() { Adr = new() { Dynamic = new() { Margin = 10 } }, Rx1Delay = RxDelay.RxDelay5 };
        await client.NsEndDeviceRegistry.SetAsync(device);
        Assert.Equal("mac_settings.rx1_delay,mac_settings.adr.mode.dynamic", PathsSent());
    }

    [Fact]
    public async Task Update_WithAnEmptyMemberOfAOneof_WritesIt()
    {
        using var client = server.CreateClient();
        var device = Device();
        device.MacSettings = new() { Adr = new() { Disabled = new() } };
        await client.NsEndDeviceRegistry.SetAsync(device);
        Assert.Equal("mac_settings.adr.mode.disabled", PathsSent());
    }

    [Fact]
    public async Task Update_OfARelay_WritesTheMemberThatIsSet()
    {
        using var client = server.CreateClient();
        await client.NsRelayConfigurationService.UpdateRelayAsync("app1", "dev1", new() { Serving = new() { SecondChannel = new() { Frequency = 868100000 } } });
        Assert.Equal("mode.serving", PathsSent());
    }

    [Fact]
    public void Update_WithWhatAnotherServerHolds_NamesIt()
    {
        using var client = server.CreateClient();
        var device = Device();
        device.RootKeys = new() { AppKey = new() { Key = AesKey.Parse("00112233445566778899AABBCCDDEEFF") } };
        var refusal = Assert.Throws<FieldMaskException>(() => { client.EndDeviceRegistry.UpdateAsync(device); });
        Assert.Equal("EndDeviceRegistry/Update", refusal.Rpc);
        Assert.Equal(["root_keys.app_key.key"], refusal.Paths.Select(p => p.Path));
        Assert.Contains("JsEndDeviceRegistry/Set", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public void Update_WithNothingSet_IsRefused()
    {
        using var client = server.CreateClient();
        Assert.Throws<FieldMaskException>(() => { client.EndDeviceRegistry.UpdateAsync(Device()); });
        Assert.Equal(0, server.Count);
    }

    private string PathsSent() => string.Join(',', JsonDiff.Parse(server.TakeOne().Body)!["field_mask"]!["paths"]!.AsArray().Select(p => (string)p!));

    private static EndDevice Device() => new() { Ids = new() { DeviceId = "dev1", ApplicationIds = new() { ApplicationId = "app1" } } };

    /// <summary>Some leaves that the RPC accepts, those that the route needs among them, in declaration order; outside of oneofs.</summary>
    private static List<string> Written(Rpc rpc, List<string> inRoute, Choices choices)
    {
        var leaves = rpc.MaskPaths.Where(p => p.IsLeaf && !p.IsWrappedValue && p.Oneof is null && !s_kept.Contains(p.Text.Split('.')[0])).Select(p => p.Text).ToList();
        var chosen = Enumerable.Range(0, 5).Select(_ => choices.OneOf(leaves)).Concat(inRoute).ToHashSet();
        return leaves.FindAll(chosen.Contains);
    }

    /// <summary>An entity with just these leaves set.</summary>
    private static Sample Entity(string message, List<string> paths, Choices choices)
    {
        var factory = new SampleFactory(choices);
        return Message("", message);

        Sample Message(string prefix, string name) => factory.Message(
            name,
            wanted: field => paths.Exists(p => p == prefix + field || p.StartsWith(prefix + field + ".", StringComparison.Ordinal)),
            make: (field, type) => type.Kind == WireKind.Message && !paths.Contains(prefix + field) ? Message(prefix + field + ".", type.Name!) : factory.Make(type, 1));
    }
}
