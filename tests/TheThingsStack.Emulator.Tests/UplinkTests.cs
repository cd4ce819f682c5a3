using System.Globalization;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Simulated uplinks: their events, and how storage gives them back.</summary>
public sealed class UplinkTests : EmulatorTest
{
    private const string Storage = "/api/v3/as/applications/app1/packages/storage";
    private const string OfDevice = "/api/v3/as/applications/app1/devices/dev1/packages/storage";

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Simulate_Always_BecomesEventsWithTheMessage()
    {
        await using var stream = new EventLines(await Api.Open(HttpMethod.Post, "/api/v3/events", """{"identifiers":[{"device_ids":{"device_id":"dev1","application_ids":{"application_id":"app1"}}}]}"""));
        await stream.Next();

        var answer = await Uplinks.Simulate(Api, Uplinks.Data(15, "AQI=", """{"decoded_payload":{"moisture":40}}"""));
        await Uplinks.Simulate(Api, """{"location_solved":{"service":"gps","location":{"latitude":1,"longitude":2,"source":"SOURCE_GPS"}}}""");

        Assert.Equal("{}", answer.Text);
        Assert.Equal("as.up.data.receive", await stream.NextName());
        var forwarded = await stream.Next();
        var data = forwarded["data"]!;
        Assert.Equal("as.up.data.forward", forwarded["name"]!.GetValue<string>());
        Assert.Equal("type.googleapis.com/ttn.lorawan.v3.ApplicationUp", data["@type"]!.GetValue<string>());
        Assert.Equal(40, data["uplink_message"]!["decoded_payload"]!["moisture"]!.GetValue<int>());
        Assert.True(data["simulated"]!.GetValue<bool>());
        Assert.Equal("2030-01-02T03:04:05Z", data["received_at"]!.GetValue<string>());
        Assert.Equal("26011F00", data["end_device_ids"]!["dev_addr"]!.GetValue<string>());
        Assert.Equal(["RIGHT_APPLICATION_TRAFFIC_READ"], forwarded["visibility"]!["rights"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.Equal("as.up.location.receive", await stream.NextName());
        Assert.Equal("as.up.location.forward", await stream.NextName());
    }

    [Theory]
    [InlineData("{}", "dev1", 400)]
    [InlineData("""{"uplink_message":{"f_port":1}}""", "dev1", 400)]
    [InlineData("""{"service_data":{"service":"x"}}""", "none1", 404)]
    [InlineData("""{"service_data":{"service":"x"}}""", "dev1", 200)]
    public async Task Simulate_OfWhatIsNoMessage_IsRefused(string message, string device, int status) =>
        Assert.Equal(status, (await Uplinks.Simulate(Api, message, device)).Status);

    [Fact]
    public async Task Storage_WithNothingInIt_IsAnEmptyBody()
    {
        var answer = await Api.Get($"{Storage}/uplink_message");

        Assert.Equal(200, answer.Status);
        Assert.Equal("", answer.Text);
        Assert.Equal("{}", (await Api.Get($"{Storage}/uplink_message/count")).Text);
    }

    [Fact]
    public async Task Storage_ByTypeAndPort_StreamsLines()
    {
        await Fill();
        await Uplinks.Simulate(Api, """{"service_data":{"service":"x","data":{"a":1}}}""");

        Assert.Equal(["AQ==", "Ag==", "Aw==", "BA=="], Payloads(await Api.Get($"{Storage}/uplink_message")));
        Assert.Equal(["Ag==", "BA=="], Payloads(await Api.Get($"{Storage}/uplink_message?f_port=2")));
        Assert.Equal(["AQ==", "Ag==", "Aw=="], Payloads(await Api.Get($"{OfDevice}/uplink_message")));
        Assert.Single(Lines(await Api.Get($"{Storage}/service_data")));
        Assert.Equal(400, (await Api.Get($"{Storage}/other_message")).Status);
    }

    [Fact]
    public async Task Storage_ByTime_HasExclusiveBounds()
    {
        await Fill();

        Assert.Equal(["Ag==", "Aw==", "BA=="], Payloads(await Api.Get($"{Storage}/uplink_message?after=2030-01-02T03:04:05Z")));
        Assert.Equal(["AQ=="], Payloads(await Api.Get($"{Storage}/uplink_message?before=2030-01-02T03:05:05Z")));
        Assert.Equal(["Ag=="], Payloads(await Api.Get($"{Storage}/uplink_message?after=2030-01-02T03:04:05Z&before=2030-01-02T03:06:05Z")));
        Assert.Equal(["Aw==", "BA=="], Payloads(await Api.Get($"{Storage}/uplink_message?last=150s")));
        Assert.Equal(400, (await Api.Get($"{Storage}/uplink_message?last=90s&after=2030-01-02T03:04:05Z")).Status);
    }

    [Fact]
    public async Task Storage_Ordered_TurnsRound()
    {
        await Fill();

        Assert.Equal(["BA==", "Aw=="], Payloads(await Api.Get($"{Storage}/uplink_message?order=-received_at&limit=2")));
        Assert.Equal(["AQ==", "Ag=="], Payloads(await Api.Get($"{Storage}/uplink_message?order=received_at&limit=2")));
        Assert.Equal(400, (await Api.Get($"{Storage}/uplink_message?order=f_port")).Status);
    }

    [Theory]
    [InlineData("received_at", "AQ== Ag== Aw== BA==")]
    [InlineData("-received_at", "BA== Aw== Ag== AQ==")]
    public async Task Storage_Continued_GivesEverythingOnce(string order, string payloads)
    {
        await Fill();
        var found = new List<string>();
        var query = $"?limit=3&order={order}";
        for (var token = ""; token is not null;)
        {
            var page = await Api.Get($"{Storage}/uplink_message{(token.Length == 0 ? query : $"?continuation_token={token}")}");
            found.AddRange(Payloads(page));
            token = page.Header("X-Continuation-Token");
        }

        Assert.Equal(payloads.Split(' '), found);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("e30")]
    [InlineData("W10")]
    public async Task Storage_WithATokenThatWasNotGivenOut_IsRefused(string token) =>
        Assert.Equal(400, (await Api.Get($"{Storage}/uplink_message?continuation_token={token}")).Status);

    [Fact]
    public async Task Storage_WithMask_AnswersThatWithDeviceAndTime()
    {
        await Fill();

        var masked = Lines(await Api.Get($"{OfDevice}/uplink_message?field_mask=up.uplink_message.f_port&limit=1"))[0]["result"]!.AsObject();
        var whole = Lines(await Api.Get($"{OfDevice}/uplink_message?limit=1"))[0]["result"]!.AsObject();

        Assert.Equal(["end_device_ids", "received_at", "uplink_message"], masked.Select(p => p.Key).Order());
        Assert.Equal("""{"f_port":1}""", masked["uplink_message"]!.ToJsonString());
        Assert.Contains("correlation_ids", whole.Select(p => p.Key));
        Assert.Equal(400, (await Api.Get($"{OfDevice}/uplink_message?field_mask=uplink_message.f_port")).Status);
    }

    [Fact]
    public async Task Count_Always_CountsByDevice()
    {
        await Fill();

        Assert.Equal("""{"count":{"dev1":3,"dev2":1}}""", (await Api.Get($"{Storage}/uplink_message/count")).Text);
        Assert.Equal("""{"count":{"dev1":1}}""", (await Api.Get($"{OfDevice}/uplink_message/count?f_port=2")).Text);
        Assert.Equal("{}", (await Api.Get($"{Storage}/join_accept/count")).Text);
    }

    [Fact]
    public async Task Storage_OfOthers_IsNotSeen()
    {
        await Fill();
        using var other = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_DEVICES_READ");
        using var reader = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_TRAFFIC_READ");

        Assert.Equal("pkg/auth/rights:insufficient_application_rights", (await other.Get($"{Storage}/uplink_message")).ErrorName);
        Assert.Equal(4, Payloads(await reader.Get($"{Storage}/uplink_message")).Length);
    }

    protected override TheThingsStackEmulatorOptions Options() => new() { TimeProvider = _clock };

    /// <summary>Four messages a minute apart: of dev1 on ports 1, 2 and 3, of dev2 on port 2.</summary>
    private async Task Fill()
    {
        await Api.Put("/api/v3/as/applications/app1/devices/dev2", Body.Device("""{"ids":{"device_id":"dev2"}}""", "ids.device_id"));
        foreach (var (port, device) in ((int, string)[])[(1, "dev1"), (2, "dev1"), (3, "dev1"), (2, "dev2")])
        {
            var number = int.Parse(_clock.GetUtcNow().ToString("mm", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) - 3;
            await Uplinks.Simulate(Api, Uplinks.Data(port, Convert.ToBase64String([(byte)number])), device);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static JsonObject[] Lines(Answer answer) =>
        [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject())];

    private static string[] Payloads(Answer answer) =>
        [.. Lines(answer).Select(l => l["result"]!["uplink_message"]!["frm_payload"]!.GetValue<string>())];
}
