using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class ApiKeyTests : EmulatorTest
{
    private const string Route = "/api/v3/applications/app1/api-keys";
    private const string Device = "/api/v3/applications/app1/devices/dev1";

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("applications/app1", "RIGHT_APPLICATION_INFO")]
    [InlineData("gateways/gtw1", "RIGHT_GATEWAY_INFO")]
    [InlineData("organizations/org1", "RIGHT_ORGANIZATION_INFO")]
    [InlineData("users/emulator-user", "RIGHT_USER_INFO")]
    public async Task Key_OfEveryEntity_LivesFromCreationToDeletion(string entity, string right)
    {
        await Api.Post("/api/v3/users/emulator-user/gateways", """{"gateway":{"ids":{"gateway_id":"gtw1"}}}""");
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"}}}""");
        var created = await Keys.Create(Api, entity, right);
        var id = created["id"]!.GetValue<string>();
        var secret = created["key"]!.GetValue<string>();
        using var holder = new ApiClient(Emulator) { Authorization = $"Bearer {secret}" };

        var got = await Api.Get($"/api/v3/{entity}/api-keys/{id}");
        var listed = await Api.Get($"/api/v3/{entity}/api-keys?limit=1000");
        var info = await holder.Get("/api/v3/auth_info");

        Assert.StartsWith($"NNSXS.{id}.", secret);
        Assert.DoesNotContain("\"key\"", got.Text);
        Assert.Equal($"""["{right}"]""", got.Json["rights"]!.ToJsonString());
        Assert.DoesNotContain(secret, listed.Text);
        Assert.Contains(listed.Json["api_keys"]!.AsArray(), k => k!["id"]!.GetValue<string>() == id);
        Assert.Equal(id, info.Json["api_key"]!["api_key"]!["id"]!.GetValue<string>());
        Assert.Equal("{}", (await Api.Delete($"/api/v3/{entity}/api-keys/{id}")).Text);
        Assert.Equal("pkg/identityserver:api_key_not_found", (await holder.Get("/api/v3/auth_info")).ErrorName);
        Assert.Equal("pkg/identityserver/store:api_key_not_found", (await Api.Get($"/api/v3/{entity}/api-keys/{id}")).ErrorName);
    }

    [Fact]
    public async Task Key_OfAnApplication_IsLimitedToItsEntityAndRights()
    {
        await Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"app2"}}"""));
        using var reader = await Client("RIGHT_APPLICATION_DEVICES_READ");

        Assert.Equal(200, (await reader.Get(Device)).Status);
        var write = await reader.Put(Device, Body.Device("""{"name":"New"}""", "name"));
        Assert.Equal(403, write.Status);
        Assert.Equal("pkg/auth/rights:insufficient_application_rights", write.ErrorName);
        Assert.Equal("app1", write.Detail!["attributes"]!["uid"]!.GetValue<string>());
        Assert.Equal("""["RIGHT_APPLICATION_DEVICES_WRITE"]""", write.Detail["attributes"]!["missing"]!.ToJsonString());
        Assert.Equal("pkg/auth/rights:no_application_rights", (await reader.Get("/api/v3/applications/app2/devices")).ErrorName);
    }

    [Theory]
    [InlineData("js/applications/app1/devices/dev1?field_mask=root_keys")]
    [InlineData("as/applications/app1/devices/dev1?field_mask=session.keys.app_s_key.key")]
    [InlineData("ns/applications/app1/devices/dev1?field_mask=session")]
    public async Task Keys_OfADevice_TakeARightOfTheirOwn(string route)
    {
        using var reader = await Client("RIGHT_APPLICATION_DEVICES_READ");
        using var keyReader = await Client("RIGHT_APPLICATION_DEVICES_READ", "RIGHT_APPLICATION_DEVICES_READ_KEYS");

        Assert.Equal("insufficient_application_rights", (await reader.Get($"/api/v3/{route}")).Detail!["name"]!.GetValue<string>());
        Assert.Equal(200, (await reader.Get($"/api/v3/{route.Split('?')[0]}")).Status);
        Assert.Equal(200, (await keyReader.Get($"/api/v3/{route}")).Status);
    }

    [Fact]
    public async Task Rights_ThatIncludeOthers_GiveThemToo()
    {
        using var all = await Client("RIGHT_APPLICATION_ALL");
        using var link = await Client("RIGHT_APPLICATION_LINK");

        Assert.Equal(200, (await all.Get(Device)).Status);
        Assert.Equal(200, (await link.Get("/api/v3/as/applications/app1/devices/dev1/down")).Status);
        Assert.Equal(403, (await link.Get(Device)).Status);
        var info = (await link.Get("/api/v3/auth_info")).Json;
        Assert.Equal(4, info["api_key"]!["api_key"]!["rights"]!.AsArray().Count);
        Assert.Null(info["universal_rights"]);
        Assert.Null(info["is_admin"]);
    }

    [Fact]
    public async Task Create_WithRightsThatTheCallerLacks_IsRefused()
    {
        using var manager = await Client("RIGHT_APPLICATION_SETTINGS_API_KEYS", "RIGHT_APPLICATION_INFO");

        Assert.Equal(403, (await manager.Post(Route, """{"rights":["RIGHT_APPLICATION_DELETE"]}""")).Status);
        Assert.Equal(200, (await manager.Post(Route, """{"rights":["RIGHT_APPLICATION_INFO"]}""")).Status);
    }

    [Theory]
    [InlineData("""{"rights":[]}""")]
    [InlineData("""{"rights":["RIGHT_APPLICATION_INFO","RIGHT_APPLICATION_INFO"]}""")]
    [InlineData("""{"rights":["RIGHT_APPLICATION_INFO"],"name":"123456789012345678901234567890123456789012345678901"}""")]
    [InlineData("""{"rights":["RIGHT_APPLICATION_INFO"],"expires_at":"2020-01-01T00:00:00Z"}""")]
    public async Task Create_OutsideTheLimits_IsRefused(string body) => Assert.Equal("pkg/errors:validation", (await Api.Post(Route, body)).ErrorName);

    [Fact]
    public async Task Update_WithMask_SetsWhatTheMaskNames()
    {
        var key = await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        var updated = await Api.Put($"{Route}/{key["id"]}", """{"api_key":{"name":"renamed","rights":["RIGHT_APPLICATION_DELETE"]},"field_mask":{"paths":["name"]}}""");

        Assert.Equal("renamed", updated.Json["name"]!.GetValue<string>());
        Assert.Equal("""["RIGHT_APPLICATION_INFO"]""", updated.Json["rights"]!.ToJsonString());
        Assert.Null(updated.Json["key"]);
    }

    [Fact]
    public async Task Update_WithoutMask_SetsRightsAndName()
    {
        var key = await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        var updated = await Api.Put($"{Route}/{key["id"]}", """{"api_key":{"rights":["RIGHT_APPLICATION_DEVICES_READ"]}}""");

        Assert.Null(updated.Json["name"]);
        Assert.Equal("""["RIGHT_APPLICATION_DEVICES_READ"]""", updated.Json["rights"]!.ToJsonString());
        using var holder = new ApiClient(Emulator) { Authorization = $"Bearer {key["key"]}" };
        Assert.Equal(200, (await holder.Get(Device)).Status);
    }

    [Theory]
    [InlineData("""{"api_key":{"name":"x"},"field_mask":{"paths":["rights"]}}""")]
    [InlineData("""{"api_key":{"name":"x"}}""")]
    public async Task Update_ToNoRights_DeletesTheKey(string body)
    {
        var key = await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        Assert.Equal("{}", (await Api.Put($"{Route}/{key["id"]}", body)).Text);
        Assert.Equal(404, (await Api.Get($"{Route}/{key["id"]}")).Status);
    }

    [Fact]
    public async Task Update_OfRightsThatTheCallerLacks_IsRefused()
    {
        var key = await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_DELETE");
        using var manager = await Client("RIGHT_APPLICATION_SETTINGS_API_KEYS", "RIGHT_APPLICATION_INFO");

        Assert.Equal(403, (await manager.Put($"{Route}/{key["id"]}", """{"api_key":{"rights":["RIGHT_APPLICATION_INFO"]}}""")).Status);
        Assert.Equal(200, (await manager.Put($"{Route}/{key["id"]}", """{"api_key":{"name":"x"},"field_mask":{"paths":["name"]}}""")).Status);
    }

    [Fact]
    public async Task Key_ThatExpires_IsRefusedFromThenOn()
    {
        var key = (await Api.Post(Route, """{"rights":["RIGHT_APPLICATION_DEVICES_READ"],"expires_at":"2030-01-02T04:00:00Z"}""")).Json;
        using var holder = new ApiClient(Emulator) { Authorization = $"Bearer {key["key"]}" };

        Assert.Equal(200, (await holder.Get(Device)).Status);
        _clock.Advance(TimeSpan.FromHours(1));
        var late = await holder.Get(Device);

        Assert.Equal(401, late.Status);
        Assert.Equal("pkg/identityserver:api_key_expired", late.ErrorName);
    }

    [Fact]
    public async Task Key_WithAnotherSecret_IsRefused()
    {
        var key = (await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_DEVICES_READ"))["key"]!.GetValue<string>();
        using var guesser = new ApiClient(Emulator) { Authorization = $"Bearer {key[..^52]}{new string('A', 52)}" };

        var answer = await guesser.Get(Device);

        Assert.Equal(401, answer.Status);
        Assert.Equal("pkg/identityserver:invalid_authorization", answer.ErrorName);
    }

    [Fact]
    public async Task Key_InAnotherTenant_IsUnknown()
    {
        var key = (await Keys.Create(Api, "applications/app1", "RIGHT_APPLICATION_DEVICES_READ"))["key"]!;
        using var elsewhere = new ApiClient(Emulator) { Authorization = $"Bearer {key}", Host = "tenant1.localhost" };

        Assert.Equal(401, (await elsewhere.Get(Device)).Status);
    }

    [Fact]
    public async Task Key_OfAnEntityThatIsDeleted_IsUnknownUntilItIsRestored()
    {
        await Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"app2"}}"""));
        using var holder = await Keys.Client(Emulator, Api, "applications/app2", "RIGHT_APPLICATION_INFO");

        await Api.Delete("/api/v3/applications/app2");
        Assert.Equal(401, (await holder.Get("/api/v3/applications/app2")).Status);
        await Api.Send(HttpMethod.Post, "/api/v3/applications/app2/restore");
        Assert.Equal(200, (await holder.Get("/api/v3/applications/app2")).Status);
    }

    [Fact]
    public async Task List_Always_OrdersAndPages()
    {
        foreach (var name in (string[])["c", "a", "b"])
            await Api.Post(Route, new JsonObject { ["name"] = name, ["rights"] = new JsonArray("RIGHT_APPLICATION_INFO") }.ToJsonString());

        var answer = await Api.Get($"{Route}?order=-name&limit=2&page=1");
        var rest = await Api.Get($"{Route}?order=-name&limit=2&page=2");

        Assert.Equal("3", answer.Header("X-Total-Count"));
        Assert.Equal(["c", "b"], answer.Json["api_keys"]!.AsArray().Select(k => k!["name"]!.GetValue<string>()));
        Assert.Equal("a", Assert.Single(rest.Json["api_keys"]!.AsArray())!["name"]!.GetValue<string>());
        Assert.Equal("{}", (await Api.Get($"{Route}?limit=2&page=3")).Text);
        Assert.Equal(400, (await Api.Get($"{Route}?order=secret")).Status);
        Assert.Equal(400, (await Api.Get($"{Route}?limit=1001")).Status);
    }

    protected override TheThingsStackEmulatorOptions Options() => new() { TimeProvider = _clock };

    private Task<ApiClient> Client(params string[] rights) => Keys.Client(Emulator, Api, "applications/app1", rights);
}
