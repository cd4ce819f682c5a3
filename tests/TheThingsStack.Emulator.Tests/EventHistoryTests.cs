using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Events from before a listener came, and what of them a listener may see.</summary>
public sealed class EventHistoryTests : EmulatorTest
{
    private const string Identifiers = "\"identifiers\":[{\"device_ids\":{\"device_id\":\"dev1\",\"application_ids\":{\"application_id\":\"app1\"}}}]";
    private const string OfApplication = "\"identifiers\":[{\"application_ids\":{\"application_id\":\"app1\"}}]";
    private const string Device = "/api/v3/applications/app1/devices/dev1";

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Stream_WithTail_BeginsWithTheLatest()
    {
        await Rename("a", "b", "c");
        await using var stream = await Listen($"{{{Identifiers},\"tail\":2}}");
        await Rename("d");

        Assert.Equal("events.stream.start", await stream.NextName());
        await ExpectSeconds(stream, 1, 2, 3);
    }

    [Fact]
    public async Task Stream_WithAfter_BeginsLaterThanThat()
    {
        await Rename("a", "b", "c");
        await using var stream = await Listen($"{{{Identifiers},\"after\":\"2030-01-02T03:04:05Z\"}}");
        await Rename("d");

        await stream.Next();
        await ExpectSeconds(stream, 1, 2, 3);
    }

    [Fact]
    public async Task Stream_WithAfter_CountsMillisecondsOnly()
    {
        await Rename("a");
        _clock.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond / 2));
        await Rename("b");
        await using var stream = await Listen($"{{{Identifiers},\"after\":\"2030-01-02T03:04:05Z\",\"tail\":10}}");
        await using var same = await Listen($"{{{Identifiers},\"after\":\"2030-01-02T03:04:06.0001Z\"}}");
        await Rename("c");

        await stream.Next();
        await same.Next();
        Assert.Equal("2030-01-02T03:04:06.0005Z", (await stream.Next())["time"]!.GetValue<string>());
        Assert.Equal("2030-01-02T03:04:07.0005Z", (await same.Next())["time"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stream_WithNeither_BeginsNow()
    {
        await Rename("a");
        await using var stream = await Listen($"{{{Identifiers}}}");
        await Rename("b");

        await stream.Next();
        await ExpectSeconds(stream, 1);
    }

    [Fact]
    public async Task Stream_WithTailAndNames_ChoosesAmongTheLatest()
    {
        await Rename("a");
        await Uplinks.Simulate(Api, Uplinks.Data());
        await using var stream = await Listen($"{{{Identifiers},\"tail\":2,\"names\":[\"end_device.update\"]}}");
        await using var wider = await Listen($"{{{Identifiers},\"tail\":3,\"names\":[\"end_device.update\"]}}");
        await Rename("b");

        await stream.Next();
        await wider.Next();
        await ExpectSeconds(stream, 1);
        await ExpectSeconds(wider, 0, 1);
    }

    [Fact]
    public async Task Stream_CutAndResumedManyTimes_LosesAndDoublesNothing()
    {
        var seen = new List<string>();
        var after = _clock.GetUtcNow().AddSeconds(-1);
        for (var i = 0; i < 20; i++)
        {
            await Rename($"name {i}");
            await using var stream = await Listen($"{{{Identifiers},\"after\":\"{after:yyyy-MM-ddTHH:mm:ss.fffffff}Z\"}}");
            await stream.Next();
            var occurrence = await stream.Next();
            seen.Add(occurrence["unique_id"]!.GetValue<string>());
            after = DateTimeOffset.Parse(occurrence["time"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            Assert.Equal(1, Emulator.CutStreams());
            await Assert.ThrowsAnyAsync<IOException>(() => stream.Line());
        }

        Assert.Equal(20, seen.Distinct().Count());
    }

    [Fact]
    public async Task Stream_WithoutAStore_WarnsAndBeginsNow()
    {
        await using var emulator = await TheThingsStackEmulator.StartAsync(new() { StoreEvents = false });
        using var api = new ApiClient(emulator);
        await using var stream = new EventLines(await api.Open(HttpMethod.Post, "/api/v3/events", $"{{{Identifiers},\"tail\":5}}"));
        await using var plain = new EventLines(await api.Open(HttpMethod.Post, "/api/v3/events", $"{{{Identifiers}}}"));

        Assert.Equal("Events storage is not enabled", stream.Response.Headers.GetValues("X-Warning").Single());
        Assert.False(plain.Response.Headers.Contains("X-Warning"));
        Assert.Equal("pkg/events/grpc:storage_disabled", (await api.Get("/api/v3/events/related?correlation_id=x")).ErrorName);
    }

    [Fact]
    public async Task FindRelated_ByCorrelation_FindsWhatACallBroughtAbout()
    {
        await Uplinks.Simulate(Api, Uplinks.Data());
        await using var stream = await Listen($"{{{Identifiers},\"tail\":1}}");
        await stream.Next();
        var correlation = (await stream.Next())["correlation_ids"]![0]!.GetValue<string>();
        using var blind = await Keys.Client(Emulator, Api, "users/emulator-user", "RIGHT_USER_INFO");

        var all = await Api.Get($"/api/v3/events/related?correlation_id={Uri.EscapeDataString(correlation)}");
        var some = await blind.Get($"/api/v3/events/related?correlation_id={Uri.EscapeDataString(correlation)}");

        Assert.Equal(["as.up.data.receive", "as.up.data.forward"], all.Json["events"]!.AsArray().Select(e => e!["name"]!.GetValue<string>()));
        Assert.NotNull(all.Json["events"]![0]!["data"]);
        Assert.Null(some.Json["events"]![0]!["data"]);
        Assert.Equal("{}", (await Api.Get("/api/v3/events/related?correlation_id=other")).Text);
    }

    [Fact]
    public async Task Events_OutsideTheListenersRights_AreLeftOut()
    {
        await Rename("a");
        await Uplinks.Simulate(Api, Uplinks.Data());
        using var traffic = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_TRAFFIC_READ");
        await using var stream = new EventLines(await traffic.Open(HttpMethod.Post, "/api/v3/events", $"{{{OfApplication},\"tail\":10}}"));
        await Rename("b");
        await Uplinks.Simulate(Api, Uplinks.Data());

        await stream.Next();
        foreach (var name in (string[])["as.up.data.receive", "as.up.data.forward", "as.up.data.receive", "as.up.data.forward"])
            Assert.Equal(name, await stream.NextName());
    }

    [Fact]
    public async Task Stream_WhoseKeyIsRevoked_EndsWithTheError()
    {
        var key = await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_DEVICES_READ");
        using var holder = new ApiClient(Emulator) { Authorization = $"Bearer {key["key"]}" };
        await using var stream = new EventLines(await holder.Open(HttpMethod.Post, "/api/v3/events", $"{{{OfApplication}}}"));
        await stream.Next();

        await Api.Delete($"/api/v3/applications/app1/api-keys/{key["id"]}");
        var last = JsonNode.Parse((await stream.Line())!)!.AsObject();

        Assert.Equal(["error"], last.Select(p => p.Key));
        Assert.Equal("api_key_not_found", last["error"]!["details"]![0]!["name"]!.GetValue<string>());
        Assert.Null(await stream.Line());
    }

    [Fact]
    public async Task Changes_OfAccountsAndGateways_AreEventsOfTheirs()
    {
        const string body = """{"identifiers":[{"gateway_ids":{"gateway_id":"gtw1"}},{"organization_ids":{"organization_id":"org1"}},{"user_ids":{"user_id":"emulator-user"}}]}""";
        await using var stream = new EventLines(await Api.Open(HttpMethod.Post, "/api/v3/events", body));
        await stream.Next();

        await Api.Post("/api/v3/users/emulator-user/gateways", """{"gateway":{"ids":{"gateway_id":"gtw1"}}}""");
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"}}}""");
        await Keys.Create(Api, "gateways/gtw1", "RIGHT_GATEWAY_INFO");
        await Api.Put("/api/v3/gateways/gtw1/collaborators", """{"collaborator":{"ids":{"organization_ids":{"organization_id":"org1"}},"rights":["RIGHT_GATEWAY_INFO"]}}""");
        await Api.Put("/api/v3/users/emulator-user", """{"user":{"name":"Me"},"field_mask":{"paths":["name"]}}""");

        Assert.Equal(
            ["gateway.create", "organization.create", "gateway.api-key.create", "gateway.collaborator.update", "user.update"],
            [await stream.NextName(), await stream.NextName(), await stream.NextName(), await stream.NextName(), await stream.NextName()]);
    }

    protected override TheThingsStackEmulatorOptions Options() => new() { TimeProvider = _clock };

    /// <summary>Renames the device, a second before each next time.</summary>
    private async Task Rename(params string[] names)
    {
        foreach (var name in names)
        {
            await Api.Put(Device, Body.Device(new JsonObject { ["name"] = name }.ToJsonString(), "name"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<EventLines> Listen(string body) => new(await Api.Open(HttpMethod.Post, "/api/v3/events", body));

    /// <summary>Expects events of these seconds, counted from the start of the clock.</summary>
    private static async Task ExpectSeconds(EventLines stream, params int[] seconds)
    {
        foreach (var second in seconds)
            Assert.Equal(second, DateTimeOffset.Parse((await stream.Next())["time"]!.GetValue<string>(), CultureInfo.InvariantCulture).Second - 5);
    }
}
