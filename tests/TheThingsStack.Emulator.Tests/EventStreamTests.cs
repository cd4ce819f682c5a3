using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class EventStreamTests : EmulatorTest
{
    private const string OfDevice = """{"identifiers":[{"device_ids":{"device_id":"dev1","application_ids":{"application_id":"app1"}}}]}""";
    private const string OfApplication = """{"identifiers":[{"application_ids":{"application_id":"app1"}}]}""";
    private const string Devices = "/api/v3/applications/app1/devices";

    [Fact]
    public async Task Stream_OfADevice_StartsThenCarriesItsChanges()
    {
        await using var stream = await Listen(OfDevice);
        var start = await stream.Next();
        await Api.Post(Devices, Body.Device(Body.NewDevice("other1")));
        await Api.Send(HttpMethod.Put, $"{Devices}/dev1", Body.Device("""{"name":"New"}""", "name"), ("User-Agent", "acme/1.0"));
        await Api.Put("/api/v3/ns/applications/app1/devices/dev1", Body.Device("""{"mac_settings":{"rx1_delay":1}}""", "mac_settings.rx1_delay"));
        await Api.Delete("/api/v3/js/applications/app1/devices/dev1");
        await Api.Delete($"{Devices}/dev1");

        Assert.Equal("events.stream.start", Name(start));
        var update = await stream.Next();
        Assert.Equal("end_device.update", Name(update));
        Assert.Equal("""{"@type":"type.googleapis.com/google.protobuf.Value","value":["name"]}""", update["data"]!.ToJsonString());
        Assert.Equal("acme/1.0", update["user_agent"]!.GetValue<string>());
        Assert.Equal(Emulator.ApiKey.Split('.')[1], update["authentication"]!["token_id"]!.GetValue<string>());
        Assert.Equal("dev1", update["identifiers"]![0]!["device_ids"]!["device_id"]!.GetValue<string>());
        Assert.NotEqual(start["unique_id"]!.GetValue<string>(), update["unique_id"]!.GetValue<string>());
        Assert.Equal(["ns.end_device.update", "js.end_device.delete", "end_device.delete"], [Name(await stream.Next()), Name(await stream.Next()), Name(await stream.Next())]);
    }

    [Fact]
    public async Task Stream_OfAnApplication_CarriesItsDevicesToo()
    {
        await using var stream = await Listen(OfApplication);
        await stream.Next();

        await Api.Post(Devices, Body.Device(Body.NewDevice("new1")));
        await Api.Put("/api/v3/applications/app1", Body.Application("""{"name":"New"}""", "name"));
        await Api.Delete($"{Devices}/batch?device_ids=new1");

        Assert.Equal("end_device.create", Name(await stream.Next()));
        Assert.Equal("application.update", Name(await stream.Next()));
        var batch = await stream.Next();
        Assert.Equal("end_device.batch.delete", Name(batch));
        Assert.Equal("new1", batch["data"]!["end_device_ids"]![0]!["device_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""["end_device.delete"]""")]
    [InlineData("""["/^end_device\\.del/"]""")]
    public async Task Stream_WithNames_CarriesOnlyThose(string names)
    {
        await using var stream = await Listen(OfDevice[..^1] + $",\"names\":{names}}}");
        var start = await stream.Next();
        await Api.Put($"{Devices}/dev1", Body.Device("""{"name":"New"}""", "name"));
        await Api.Delete($"{Devices}/dev1");

        Assert.Equal("""["end_device.delete"]""", start["data"]!["value"]!.ToJsonString());
        Assert.Equal("end_device.delete", Name(await stream.Next()));
    }

    [Theory]
    [InlineData("{}", "no_identifiers")]
    [InlineData("""{"identifiers":[]}""", "no_identifiers")]
    [InlineData("""{"identifiers":[{"application_ids":{"application_id":"app1"}}],"names":["no.such.event"]}""", "unknown_event_name")]
    [InlineData("""{"identifiers":[{"application_ids":{"application_id":"app1"}}],"names":["/^nothing$/"]}""", "no_matching_events")]
    [InlineData("""{"identifiers":[{"application_ids":{"application_id":"app1"}}],"names":["/(/"]}""", "invalid_regexp")]
    public async Task Stream_WithoutSense_IsRefusedWithAWrappedError(string body, string error)
    {
        var answer = await Api.Post("/api/v3/events", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(["error"], answer.Json.Select(p => p.Key));
        Assert.Equal(error, answer.Detail!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stream_WithoutCredentials_IsRefused()
    {
        using var anonymous = new ApiClient(Emulator) { Authorization = null };

        Assert.Equal("pkg/auth/rights:no_application_rights", (await anonymous.Post("/api/v3/events", OfDevice)).ErrorName);
    }

    [Theory]
    [InlineData("application/json", "application/json", "\n")]
    [InlineData("text/event-stream", "text/event-stream", "\n\n")]
    public async Task Stream_ByAccept_HasItsContentTypeAndSeparator(string accept, string contentType, string separator)
    {
        using var response = await Api.Open(HttpMethod.Post, "/api/v3/events", OfDevice, ("Accept", accept));
        var buffer = new byte[4096];
        var text = System.Text.Encoding.UTF8.GetString(buffer, 0, await (await response.Content.ReadAsStreamAsync()).ReadAsync(buffer));

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.TransferEncodingChunked);
        Assert.EndsWith("}" + separator, text);
        Assert.StartsWith("""{"result":{"name":"events.stream.start",""", text);
        Assert.Equal(separator.Length, text.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Stream_InATenant_HearsOnlyOfThatTenant()
    {
        using var tenant = new ApiClient(Emulator) { Host = "tenant1.localhost" };
        await using var stream = new EventLines(await tenant.Open(HttpMethod.Post, "/api/v3/events", OfDevice));
        await stream.Next();

        await Api.Put($"{Devices}/dev1", Body.Device("""{"name":"Elsewhere"}""", "name"));
        await tenant.Delete($"{Devices}/dev1");

        Assert.Equal("end_device.delete", Name(await stream.Next()));
    }

    [Fact]
    public async Task Stream_WhenTheEmulatorStops_EndsCleanly()
    {
        var emulator = await TheThingsStackEmulator.StartAsync();
        using var api = new ApiClient(emulator);
        await using var stream = new EventLines(await api.Open(HttpMethod.Post, "/api/v3/events", OfDevice));
        await stream.Next();

        await emulator.DisposeAsync();

        Assert.Null(await stream.Line());
    }

    private static string Name(JsonNode occurrence) => occurrence["name"]!.GetValue<string>();

    private async Task<EventLines> Listen(string body) => new(await Api.Open(HttpMethod.Post, "/api/v3/events", body));
}
