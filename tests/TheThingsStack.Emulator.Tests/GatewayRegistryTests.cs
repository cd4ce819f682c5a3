using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class GatewayRegistryTests : EmulatorTest
{
    private const string Route = "/api/v3/gateways/gtw1";
    private const string Owner = "/api/v3/users/emulator-user/gateways";

    [Fact]
    public async Task Create_Then_GetListAndSearch_FindIt()
    {
        var created = await Create("gtw1", """{"ids":{"gateway_id":"gtw1","eui":"70b3d57ed0000aaa"},"name":"Roof","frequency_plan_id":"EU_863_870_TTN"}""");
        await Create("gtw2", """{"ids":{"gateway_id":"gtw2"},"name":"Cellar"}""");

        Assert.Equal("""["EU_863_870_TTN"]""", created.Json["frequency_plan_ids"]!.ToJsonString());
        Assert.Equal("70B3D57ED0000AAA", created.Json["ids"]!["eui"]!.GetValue<string>());
        Assert.Equal(["created_at", "ids", "updated_at"], (await Api.Get(Route)).Json.Select(p => p.Key).Order());
        Assert.Equal("EU_863_870_TTN", (await Api.Get($"{Route}?field_mask=frequency_plan_id")).Json["frequency_plan_id"]!.GetValue<string>());
        var listed = await Api.Get("/api/v3/gateways?order=-gateway_id&field_mask=name");
        Assert.Equal("2", listed.Header("X-Total-Count"));
        Assert.Equal(["Cellar", "Roof"], listed.Json["gateways"]!.AsArray().Select(g => g!["name"]!.GetValue<string>()));
        Assert.Equal("gtw1", Assert.Single((await Api.Get("/api/v3/search/gateways?eui_contains=AAA")).Json["gateways"]!.AsArray())!["ids"]!["gateway_id"]!.GetValue<string>());
        Assert.Equal("Cellar", Assert.Single((await Api.Get("/api/v3/search/gateways?name_contains=ell")).Json["gateways"]!.AsArray())!["name"]!.GetValue<string>());
        var filtered = await Api.Post("/api/v3/gateways/filter", """{"field_mask":{"paths":["name"]},"limit":1}""");
        Assert.Equal("Roof", Assert.Single(filtered.Json["gateways"]!.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_WithAnEuiThatIsTaken_NamesItsGateway()
    {
        await Create("gtw1", """{"ids":{"gateway_id":"gtw1","eui":"70B3D57ED0000AAA"}}""");

        var answer = await Create("gtw2", """{"ids":{"gateway_id":"gtw2","eui":"70B3D57ED0000AAA"}}""");

        Assert.Equal(409, answer.Status);
        Assert.Equal("pkg/identityserver:gateway_eui_taken", answer.ErrorName);
        Assert.Equal("gtw1", answer.Detail!["attributes"]!["gateway_id"]!.GetValue<string>());
        Assert.Equal(404, (await Api.Get("/api/v3/gateways/gtw2")).Status);
        Assert.Equal(200, (await Create("gtw2", """{"ids":{"gateway_id":"gtw2","eui":"70B3D57ED0000AAB"}}""")).Status);
    }

    [Fact]
    public async Task Create_WithAnIdThatIsTakenOrReserved_IsRefused()
    {
        await Create("gtw1", """{"ids":{"gateway_id":"gtw1"}}""");

        Assert.Equal("pkg/identityserver/store:id_taken", (await Create("gtw1", """{"ids":{"gateway_id":"gtw1"}}""")).ErrorName);
        Assert.Equal("pkg/identityserver/blocklist:forbidden_id", (await Create("gtw", """{"ids":{"gateway_id":"gateway"}}""")).ErrorName);
    }

    [Fact]
    public async Task Update_OfThePlan_KeepsBothSpellingsInStep()
    {
        await Create("gtw1", """{"ids":{"gateway_id":"gtw1"},"frequency_plan_ids":["EU_863_870_TTN"]}""");

        await Api.Put(Route, """{"gateway":{"frequency_plan_id":"US_902_928_FSB_2"},"field_mask":{"paths":["frequency_plan_id"]}}""");

        Assert.Equal("""["US_902_928_FSB_2"]""", (await Api.Get($"{Route}?field_mask=frequency_plan_ids")).Json["frequency_plan_ids"]!.ToJsonString());
    }

    [Fact]
    public async Task Get_ByOthers_ShowsWhatIsPublicOnly()
    {
        await Create("gtw1", """
            {"ids":{"gateway_id":"gtw1"},"name":"Roof","attributes":{"key":"value"},"gateway_server_address":"eu1.example.com",
             "antennas":[{"gain":3,"location":{"latitude":1.5}}]}
            """);
        using var other = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        var open = await other.Get($"{Route}?field_mask=name,gateway_server_address,antennas");
        var closed = await other.Get($"{Route}?field_mask=name,attributes");
        await Api.Put(Route, """{"gateway":{"status_public":true,"location_public":true},"field_mask":{"paths":["status_public","location_public"]}}""");
        var opened = await other.Get($"{Route}?field_mask=name,gateway_server_address,antennas");

        Assert.Equal("Roof", open.Json["name"]!.GetValue<string>());
        Assert.Null(open.Json["gateway_server_address"]);
        Assert.Null(open.Json["antennas"]![0]!["location"]);
        Assert.Equal("pkg/auth/rights:no_gateway_rights", closed.ErrorName);
        Assert.Equal("eu1.example.com", opened.Json["gateway_server_address"]!.GetValue<string>());
        Assert.NotNull(opened.Json["antennas"]![0]!["location"]);
    }

    [Fact]
    public async Task Secrets_OfAGateway_TakeRightsOfTheirOwn()
    {
        await Create("gtw1", """{"ids":{"gateway_id":"gtw1"},"lbs_lns_secret":{"value":"AQID"}}""");
        using var reader = await Keys.Client(Emulator, Api, "gateways/gtw1", "RIGHT_GATEWAY_INFO", "RIGHT_GATEWAY_SETTINGS_BASIC");
        using var secretReader = await Keys.Client(Emulator, Api, "gateways/gtw1", "RIGHT_GATEWAY_INFO", "RIGHT_GATEWAY_READ_SECRETS");
        const string secret = """{"gateway":{"lbs_lns_secret":{"value":"BAUG"}},"field_mask":{"paths":["lbs_lns_secret"]}}""";

        Assert.Equal(403, (await reader.Get($"{Route}?field_mask=lbs_lns_secret")).Status);
        Assert.Equal("AQID", (await secretReader.Get($"{Route}?field_mask=lbs_lns_secret")).Json["lbs_lns_secret"]!["value"]!.GetValue<string>());
        Assert.Equal(403, (await reader.Put(Route, secret)).Status);
        Assert.Equal(200, (await Api.Put(Route, secret)).Status);
        Assert.NotNull((await Api.Get("/api/v3/gateways?field_mask=lbs_lns_secret")).Json["gateways"]![0]!["lbs_lns_secret"]);
    }

    [Fact]
    public async Task Delete_Then_RestoreAndPurge_FollowTheServer()
    {
        await Create("gtw1", """{"ids":{"gateway_id":"gtw1"}}""");
        using var owner = await Keys.Client(Emulator, Api, "gateways/gtw1", "RIGHT_GATEWAY_ALL");

        Assert.Equal("pkg/identityserver:admins_purge_gateways", (await owner.Delete($"{Route}/purge")).ErrorName);
        Assert.Equal("{}", (await owner.Delete(Route)).Text);
        Assert.Equal("pkg/identityserver/store:gateway_not_found", (await Api.Get(Route)).ErrorName);
        Assert.Equal("{}", (await Api.Send(HttpMethod.Post, $"{Route}/restore")).Text);
        Assert.Equal("{}", (await Api.Delete($"{Route}/purge")).Text);
        Assert.Equal(404, (await Api.Send(HttpMethod.Post, $"{Route}/restore")).Status);
        Assert.Equal(200, (await Create("gtw1", """{"ids":{"gateway_id":"gtw1"}}""")).Status);
    }

    [Fact]
    public async Task Stats_OfAGateway_AppearWithAnUplink()
    {
        await Create("gtw1", """{"ids":{"gateway_id":"gtw1"}}""");
        var before = await Api.Get("/api/v3/gs/gateways/gtw1/connection/stats");
        await Uplinks.Simulate(Api, Uplinks.Data(more: """{"rx_metadata":[{"gateway_ids":{"gateway_id":"gtw1"},"rssi":-70}]}"""));
        using var blind = await Keys.Client(Emulator, Api, "gateways/gtw1", "RIGHT_GATEWAY_INFO");

        var stats = await Api.Get("/api/v3/gs/gateways/gtw1/connection/stats");
        var batch = await Api.Post("/api/v3/gs/gateways/connection/stats", """{"gateway_ids":[{"gateway_id":"gtw1"},{"gateway_id":"gtw9"}],"field_mask":{"paths":["uplink_count"]}}""");

        Assert.Equal("pkg/gatewayserver:not_connected", before.ErrorName);
        Assert.Equal("1", stats.Json["uplink_count"]!.GetValue<string>());
        Assert.NotNull(stats.Json["connected_at"]);
        Assert.Equal("""{"entries":{"gtw1":{"uplink_count":"1"}}}""", batch.Text);
        Assert.Equal(403, (await blind.Get("/api/v3/gs/gateways/gtw1/connection/stats")).Status);
        Assert.Equal(403, (await blind.Post("/api/v3/gs/gateways/connection/stats", """{"gateway_ids":[{"gateway_id":"gtw1"}]}""")).Status);
    }

    private Task<Answer> Create(string id, string gateway) =>
        Api.Post(Owner, new JsonObject { ["gateway"] = JsonNode.Parse(gateway), ["note"] = id }.ToJsonString());
}
