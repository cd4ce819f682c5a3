using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class DownlinkQueueTests : EmulatorTest
{
    private const string Route = "/api/v3/as/applications/app1/devices/dev1/down";

    [Fact]
    public async Task Push_Then_Push_QueuesInOrder()
    {
        Assert.Equal("{}", (await Api.Get(Route)).Text);
        Assert.Equal("{}", (await Api.Post($"{Route}/push", """{"downlinks":[{"f_port":1,"frm_payload":"AQ==","priority":"HIGH","correlation_ids":["my:1"]},{"f_port":2,"frm_payload":"Ag=="}]}""")).Text);
        await Api.Post($"{Route}/push", """{"downlinks":[{"f_port":3,"frm_payload":"Aw==","confirmed":true}]}""");

        var queue = (await Api.Get(Route)).Json["downlinks"]!.AsArray();

        Assert.Equal(["AQ==", "Ag==", "Aw=="], queue.Select(d => d!["frm_payload"]!.GetValue<string>()));
        Assert.Equal([1, 2, 3], queue.Select(d => d!["f_cnt"]!.GetValue<int>()));
        Assert.Equal("HIGH", queue[0]!["priority"]!.GetValue<string>());
        Assert.Equal("my:1", queue[0]!["correlation_ids"]![0]!.GetValue<string>());
        Assert.True(queue[2]!["confirmed"]!.GetValue<bool>());
        Assert.All(queue, d => Assert.NotNull(d!["session_key_id"]));
    }

    [Fact]
    public async Task Replace_Always_DropsWhatWasThere()
    {
        await Api.Post($"{Route}/push", """{"downlinks":[{"f_port":1,"frm_payload":"AQ=="}]}""");
        await Api.Post($"{Route}/replace", """{"downlinks":[{"f_port":2,"frm_payload":"Ag=="}]}""");

        Assert.Equal("Ag==", Assert.Single((await Api.Get(Route)).Json["downlinks"]!.AsArray())!["frm_payload"]!.GetValue<string>());
        await Api.Post($"{Route}/replace", "{}");
        Assert.Equal("{}", (await Api.Get(Route)).Text);
    }

    [Fact]
    public async Task Push_Always_IsAnEventOfTheDevice()
    {
        await using var stream = new EventLines(await Api.Open(HttpMethod.Post, "/api/v3/events", """{"identifiers":[{"application_ids":{"application_id":"app1"}}]}"""));
        await stream.Next();

        await Api.Post($"{Route}/push", """{"downlinks":[{"f_port":1,"frm_payload":"AQ=="}]}""");

        Assert.Equal("as.down.data.receive", await stream.NextName());
        var forwarded = await stream.Next();
        Assert.Equal("as.down.data.forward", forwarded["name"]!.GetValue<string>());
        Assert.Equal("AQ==", forwarded["data"]!["frm_payload"]!.GetValue<string>());
    }

    [Fact]
    public async Task Push_ToADeviceWithoutSession_IsRefused()
    {
        await Api.Put("/api/v3/as/applications/app1/devices/new1", Body.Device("""{"ids":{"device_id":"new1"}}""", "ids.device_id"));
        var without = await Api.Post("/api/v3/as/applications/app1/devices/new1/down/push", """{"downlinks":[{"f_port":1}]}""");
        await Api.Put("/api/v3/as/applications/app1/devices/new1", Body.Device(
            """{"session":{"dev_addr":"26011f01","keys":{"app_s_key":{"key":"00000000000000000000000000000001"}}}}""", "session.dev_addr", "session.keys.app_s_key.key"));
        var with = await Api.Post("/api/v3/as/applications/app1/devices/new1/down/push", """{"downlinks":[{"f_port":1}]}""");

        Assert.Equal(400, without.Status);
        Assert.Equal("pkg/applicationserver:no_device_session", without.ErrorName);
        Assert.Equal(200, with.Status);
        Assert.Equal("26011F01", (await Api.Get("/api/v3/as/applications/app1/devices/new1")).Json["ids"]!["dev_addr"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"downlinks":[{"f_port":224}]}""")]
    [InlineData("""{"downlinks":[{"f_port":256}]}""")]
    public async Task Push_OutsideTheLimits_QueuesNothing(string body)
    {
        Assert.Equal("pkg/errors:validation", (await Api.Post($"{Route}/push", body)).ErrorName);
        Assert.Equal("{}", (await Api.Get(Route)).Text);
    }

    [Fact]
    public async Task Push_OfTooLongAPayload_IsRefused()
    {
        var fits = new JsonObject { ["downlinks"] = new JsonArray(new JsonObject { ["f_port"] = 1, ["frm_payload"] = Convert.ToBase64String(new byte[255]) }) };
        var isTooLong = new JsonObject { ["downlinks"] = new JsonArray(new JsonObject { ["f_port"] = 1, ["frm_payload"] = Convert.ToBase64String(new byte[256]) }) };

        Assert.Equal(200, (await Api.Post($"{Route}/push", fits.ToJsonString())).Status);
        Assert.Equal(400, (await Api.Post($"{Route}/push", isTooLong.ToJsonString())).Status);
    }

    [Fact]
    public async Task Queue_OfADeviceThatIsNot_IsNotFound()
    {
        Assert.Equal("pkg/applicationserver:device_not_found", (await Api.Get("/api/v3/as/applications/app1/devices/none1/down")).ErrorName);
        Assert.Equal(404, (await Api.Post("/api/v3/as/applications/app1/devices/none1/down/push", "{}")).Status);
    }

    [Fact]
    public async Task Queue_OfADeviceThatIsDeleted_GoesWithIt()
    {
        await Api.Post($"{Route}/push", """{"downlinks":[{"f_port":1}]}""");
        await Api.Delete("/api/v3/as/applications/app1/devices/dev1");
        await Api.Put("/api/v3/as/applications/app1/devices/dev1", Body.Device("""{"ids":{"device_id":"dev1"}}""", "ids.device_id"));

        Assert.Equal("{}", (await Api.Get(Route)).Text);
    }
}
