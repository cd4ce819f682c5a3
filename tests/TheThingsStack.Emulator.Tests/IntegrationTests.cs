using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Webhooks, pub/subs, associations of packages, and the link of an application.</summary>
public sealed class IntegrationTests : EmulatorTest
{
    private const string Webhooks = "/api/v3/as/webhooks/app1";
    private const string PubSubs = "/api/v3/as/pubsub/app1";
    private const string Link = "/api/v3/as/applications/app1/link";

    [Fact]
    public async Task Webhook_FromSetToDelete_FollowsTheServer()
    {
        var created = await Api.Post(Webhooks, """{"webhook":{"ids":{"webhook_id":"hook1"},"base_url":"https://example.com/up","format":"json","headers":{"X-Key":"1"},"uplink_message":{"path":"/a"}},"field_mask":{"paths":["base_url","format","headers","uplink_message.path"]}}""");
        var updated = await Api.Put($"{Webhooks}/hook1", """{"webhook":{"base_url":"https://example.com/new"},"field_mask":{"paths":["base_url","headers"]}}""");
        var got = await Api.Get($"{Webhooks}/hook1?field_mask=headers,uplink_message");
        var listed = await Api.Get(Webhooks);

        Assert.Equal("/a", created.Json["uplink_message"]!["path"]!.GetValue<string>());
        Assert.Equal(["base_url", "created_at", "format", "ids", "updated_at"], updated.Json.Select(p => p.Key).Order());
        Assert.Equal("https://example.com/new", got.Json["base_url"]!.GetValue<string>());
        Assert.Null(got.Json["headers"]);
        Assert.Equal("/a", got.Json["uplink_message"]!["path"]!.GetValue<string>());
        Assert.Equal("hook1", Assert.Single(listed.Json["webhooks"]!.AsArray())!["ids"]!["webhook_id"]!.GetValue<string>());
        Assert.Equal("1", listed.Header("X-Total-Count"));
        Assert.Equal("{}", (await Api.Delete($"{Webhooks}/hook1")).Text);
        Assert.Equal("pkg/redis:not_found", (await Api.Get($"{Webhooks}/hook1")).ErrorName);
        Assert.Equal(404, (await Api.Delete($"{Webhooks}/hook1")).Status);
        Assert.Equal("0", (await Api.Get(Webhooks)).Header("X-Total-Count"));
    }

    [Theory]
    [InlineData("""{"webhook":{"ids":{"webhook_id":"Hook_1"},"base_url":"https://example.com","format":"json"},"field_mask":{"paths":["base_url","format"]}}""", "validation")]
    [InlineData("""{"webhook":{"ids":{"webhook_id":"hook1"},"base_url":"nowhere","format":"json"},"field_mask":{"paths":["base_url","format"]}}""", "validation")]
    [InlineData("""{"webhook":{"ids":{"webhook_id":"hook1"},"base_url":"https://example.com","format":"json"},"field_mask":{"paths":["url"]}}""", "field_mask_paths")]
    public async Task Webhook_OutsideTheLimits_IsRefused(string body, string error)
    {
        var answer = await Api.Post(Webhooks, body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(error, answer.Detail!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Webhook_OfAnApplicationThatIsNot_IsRefused() =>
        Assert.Equal("pkg/identityserver/store:application_not_found", (await Api.Get("/api/v3/as/webhooks/app9")).ErrorName);

    [Fact]
    public async Task Catalog_Always_TellsFormatsTemplatesAndPackages()
    {
        Assert.Equal("JSON", (await Api.Get("/api/v3/as/webhook-formats")).Json["formats"]!["json"]!.GetValue<string>());
        Assert.Equal("JSON", (await Api.Get("/api/v3/as/pubsub-formats")).Json["formats"]!["json"]!.GetValue<string>());
        Assert.Equal("{}", (await Api.Get("/api/v3/as/webhook-templates")).Text);
        Assert.Equal("template_not_found", (await Api.Get("/api/v3/as/webhook-templates/none1")).Detail!["name"]!.GetValue<string>());
        Assert.Equal(3, (await Api.Get("/api/v3/as/applications/app1/devices/dev1/packages")).Json["packages"]!.AsArray().Count);
    }

    [Fact]
    public async Task PubSub_FromSetToDelete_FollowsTheServer()
    {
        const string body = """{"pubsub":{"ids":{"pub_sub_id":"sub1"},"format":"json","base_topic":"app","nats":{"server_url":"nats://example.com"}},"field_mask":{"paths":["format","base_topic","provider"]}}""";
        var created = await Api.Post(PubSubs, body);
        var got = await Api.Get($"{PubSubs}/sub1");
        var listed = await Api.Get(PubSubs);

        Assert.Equal("nats://example.com", created.Json["nats"]!["server_url"]!.GetValue<string>());
        Assert.Equal(["base_topic", "created_at", "format", "ids", "nats", "updated_at"], got.Json.Select(p => p.Key).Order());
        Assert.Single(listed.Json["pubsubs"]!.AsArray());
        Assert.Null(listed.Header("X-Total-Count"));
        Assert.Equal("{}", (await Api.Delete($"{PubSubs}/sub1")).Text);
        Assert.Equal(404, (await Api.Get($"{PubSubs}/sub1")).Status);
        Assert.Equal("{}", (await Api.Get(PubSubs)).Text);
    }

    [Theory]
    [InlineData("devices/dev1/packages/associations", "association", "associations")]
    [InlineData("packages/associations", "default", "defaults")]
    public async Task Association_FromSetToDelete_FollowsTheServer(string place, string field, string list)
    {
        var route = $"/api/v3/as/applications/app1/{place}";
        foreach (var port in (int[])[200, 7])
            await Api.Put($"{route}/{port}", $$$$"""{"{{{{field}}}}":{"package_name":"alcsync-v1","data":{"port":{{{{port}}}}}},"field_mask":{"paths":["package_name","data"]}}""");

        var got = await Api.Get($"{route}/7?field_mask=data");
        var listed = await Api.Get($"{route}?limit=1&page=2");

        Assert.Equal(7, got.Json["data"]!["port"]!.GetValue<int>());
        Assert.Equal("alcsync-v1", got.Json["package_name"]!.GetValue<string>());
        Assert.Equal("2", listed.Header("X-Total-Count"));
        Assert.Equal(200, Assert.Single(listed.Json[list]!.AsArray())!["ids"]!["f_port"]!.GetValue<int>());
        Assert.Equal("{}", (await Api.Delete($"{route}/7")).Text);
        Assert.Equal(404, (await Api.Get($"{route}/7")).Status);
    }

    [Fact]
    public async Task Link_FromSetToDelete_FollowsTheServer()
    {
        Assert.Equal("pkg/redis:not_found", (await Api.Get(Link)).ErrorName);
        var set = await Api.Put(Link, """{"link":{"default_formatters":{"up_formatter":"FORMATTER_CAYENNELPP"},"skip_payload_crypto":true},"field_mask":{"paths":["default_formatters","skip_payload_crypto"]}}""");
        var got = await Api.Get($"{Link}?field_mask=default_formatters.up_formatter");

        Assert.True(set.Json["skip_payload_crypto"]!.GetValue<bool>());
        Assert.Equal("""{"default_formatters":{"up_formatter":"FORMATTER_CAYENNELPP"}}""", got.Text);
        Assert.Equal("{}", (await Api.Get(Link)).Text);
        Assert.Equal("{}", (await Api.Delete(Link)).Text);
        Assert.Equal(404, (await Api.Delete(Link)).Status);
    }

    [Fact]
    public async Task Integrations_OfAnApplication_GoWithIt()
    {
        await Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"app2"}}"""));
        await Api.Post("/api/v3/as/webhooks/app2", """{"webhook":{"ids":{"webhook_id":"hook1"},"base_url":"https://example.com","format":"json"},"field_mask":{"paths":["base_url","format"]}}""");
        await Api.Delete("/api/v3/applications/app2/purge");
        await Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"app2"}}"""));

        Assert.Equal("{}", (await Api.Get("/api/v3/as/webhooks/app2")).Text);
    }
}
