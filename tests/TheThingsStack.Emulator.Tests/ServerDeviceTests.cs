using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>End devices on the Network, Application and Join Server.</summary>
public sealed class ServerDeviceTests : EmulatorTest
{
    private const string Ns = "/api/v3/ns/applications/app1/devices";
    private const string As = "/api/v3/as/applications/app1/devices";
    private const string Js = "/api/v3/js/applications/app1/devices";
    private const string Key = """{"key":"000102030405060708090A0B0C0D0E0F"}""";
    private const string Joining = """{"supports_join":true,"lorawan_version":"1.0.3","lorawan_phy_version":"1.0.3-a","frequency_plan_id":"EU_863_870_TTN"}""";
    private const string Personalized = $$$"""{"lorawan_version":"1.0.3","lorawan_phy_version":"1.0.3-a","frequency_plan_id":"EU_863_870_TTN","session":{"dev_addr":"01020304","keys":{"f_nwk_s_int_key":{{{Key}}}},"last_f_cnt_up":7}}""";

    private static readonly string[] JoiningPaths = ["supports_join", "lorawan_version", "lorawan_phy_version", "frequency_plan_id"];
    private static readonly string[] PersonalizedPaths = ["lorawan_version", "lorawan_phy_version", "frequency_plan_id", "session.dev_addr", "session.keys.f_nwk_s_int_key.key", "session.last_f_cnt_up"];

    [Theory]
    [InlineData(As)]
    [InlineData(Ns)]
    public async Task Set_ByPutOrPost_CreatesThenUpdates(string route)
    {
        var created = await Api.Post(route, Body.Device(Body.NewDevice("new1", "0000000000000001", more: Joining), route == Ns ? JoiningPaths : ["ids.dev_eui"]));
        var updated = await Api.Put($"{route}/new1", Body.Device("{}", "ids.device_id"));

        Assert.Equal(200, created.Status);
        Assert.Equal(200, updated.Status);
        Assert.Equal("0000000000000001", updated.Json["ids"]!["dev_eui"]!.GetValue<string>());
        Assert.Equal(created.Json["created_at"]!.GetValue<string>(), updated.Json["created_at"]!.GetValue<string>());
        Assert.NotEqual(created.Json["updated_at"]!.GetValue<string>(), updated.Json["updated_at"]!.GetValue<string>());
    }

    [Fact]
    public async Task Set_Always_ReturnsMaskedAndImplicitFieldsOnly()
    {
        var answer = await Api.Put($"{Ns}/dev1", Body.Device("""{"mac_settings":{"rx1_delay":3}}""", "mac_settings.rx1_delay"));

        Assert.Equal(["created_at", "ids", "mac_settings", "updated_at"], answer.Json.Select(p => p.Key).Order());
    }

    [Theory]
    [InlineData("supports_join,lorawan_phy_version,frequency_plan_id", "lorawan_version")]
    [InlineData("supports_join,lorawan_version,frequency_plan_id", "lorawan_phy_version")]
    [InlineData("supports_join,lorawan_version,lorawan_phy_version", "frequency_plan_id")]
    [InlineData("lorawan_version,lorawan_phy_version,frequency_plan_id", "session.dev_addr")]
    public async Task Set_OfANewDeviceOnTheNetworkServer_NeedsItsMinimum(string mask, string missing)
    {
        var answer = await Api.Put($"{Ns}/new1", Body.Device(Joining, mask.Split(',')));

        Assert.Equal(400, answer.Status);
        Assert.Equal(missing, answer.Detail!["attributes"]!["field"]!.GetValue<string>());
        Assert.Equal(404, (await Api.Get($"{Ns}/new1")).Status);
    }

    [Theory]
    [InlineData("""{"supports_join":false}""", "supports_join")]
    [InlineData("""{"multicast":true}""", "multicast")]
    public async Task Set_OfWhatCannotChange_IsRefused(string device, string path) =>
        Assert.Equal(400, (await Api.Put($"{Ns}/dev1", Body.Device(device, path))).Status);

    [Fact]
    public async Task Set_OfAPersonalizedDevice_CopiesItsKeyAndAddress()
    {
        Assert.Equal(200, (await Api.Put($"{Ns}/abp1", Body.Device(Personalized, PersonalizedPaths))).Status);

        var session = (await Api.Get($"{Ns}/abp1?field_mask=session.dev_addr,session.keys.s_nwk_s_int_key,session.keys.nwk_s_enc_key")).Json;

        Assert.Equal(Key, session["session"]!["keys"]!["s_nwk_s_int_key"]!.ToJsonString());
        Assert.Equal(Key, session["session"]!["keys"]!["nwk_s_enc_key"]!.ToJsonString());
        Assert.Equal("01020304", session["ids"]!["dev_addr"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("session", """{"session":{"dev_addr":"01020304","queued_application_downlinks":[{"f_port":1}]}}""", "session.queued_application_downlinks")]
    [InlineData("pending_mac_state", """{"pending_mac_state":{"current_parameters":{"adr_ack_limit":5}}}""", "pending_mac_state.current_parameters.adr_ack_limit")]
    public async Task Set_OfAParentWithAChildThatIsNotAllowed_IsRefused(string mask, string device, string path)
    {
        var answer = await Api.Put($"{Ns}/dev1", Body.Device(device, mask));

        Assert.Equal(400, answer.Status);
        Assert.Equal("pkg/rpcmiddleware/validator:non_zero_path", answer.ErrorName);
        Assert.Contains(path, answer.Json["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"ids":{"dev_eui":"70B3D57ED0000001"}}""", "no_join_eui")]
    [InlineData("""{"ids":{"join_eui":"70B3D57ED0000000"}}""", "no_dev_eui")]
    public async Task Set_OnTheJoinServer_NeedsBothEuis(string device, string error)
    {
        foreach (var id in (string[])["new1", "dev1"])
        {
            var answer = await Api.Put($"{Js}/{id}", Body.Device(device, "net_id"));

            Assert.Equal(400, answer.Status);
            Assert.Equal($"pkg/joinserver:{error}", answer.ErrorName);
        }
    }

    [Fact]
    public async Task Set_WithOtherEuisThanStored_IsRefused()
    {
        var answer = await Api.Put($"{Js}/dev1", Body.Device(Body.NewDevice("dev1", "00000000000000FF"), "net_id"));

        Assert.Equal(400, answer.Status);
        Assert.Equal("pkg/joinserver:invalid_identifiers", answer.ErrorName);
    }

    [Theory]
    [InlineData(Js)]
    [InlineData(As)]
    public async Task Set_WithEuisOfAnotherDevice_IsAConflict(string route)
    {
        var answer = await Api.Put($"{route}/new1", Body.Device(Body.NewDevice("new1", "70B3D57ED0000001", "70B3D57ED0000000"), "ids.dev_eui"));

        Assert.Equal(409, answer.Status);
        Assert.Equal("duplicate_identifiers", answer.Detail!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(Ns, "pkg/networkserver")]
    [InlineData(As, "pkg/applicationserver")]
    [InlineData(Js, "pkg/joinserver")]
    public async Task Get_OfUnknown_NamesTheDevice(string route, string errorNamespace)
    {
        var answer = await Api.Get($"{route}/none1");

        Assert.Equal(404, answer.Status);
        Assert.Equal($"{errorNamespace}:device_not_found", answer.ErrorName);
        Assert.Equal("none1", answer.Detail!["attributes"]!["device_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(Ns)]
    [InlineData(As)]
    [InlineData(Js)]
    public async Task Delete_OneOrSeveral_RemovesFromThisServerOnly(string route)
    {
        Assert.Equal("{}", (await Api.Delete($"{route}/dev1?dev_eui=cLPVftAAAAE%3D&join_eui=cLPVftAAAAA%3D")).Text);
        Assert.Equal(404, (await Api.Delete($"{route}/dev1")).Status);
        Assert.Equal("{}", (await Api.Delete($"{route}/batch?device_ids=dev1&device_ids=none1")).Text);
        Assert.Equal(200, (await Api.Get("/api/v3/applications/app1/devices/dev1")).Status);
    }

    [Fact]
    public async Task Batch_OnAServer_DeletesWhatExists()
    {
        Assert.Equal("{}", (await Api.Delete($"{As}/batch?device_ids=dev1&device_ids=none1")).Text);
        Assert.Equal(404, (await Api.Get($"{As}/dev1")).Status);
    }

    [Fact]
    public async Task Reset_OfAJoiningDevice_ForgetsItsSession()
    {
        await Api.Put($"{Ns}/dev1", Body.Device($$$"""{"session":{"dev_addr":"01020304","keys":{"f_nwk_s_int_key":{{{Key}}}}},"battery_percentage":0.5}""", "session.dev_addr", "session.keys.f_nwk_s_int_key.key", "battery_percentage"));

        var answer = await Api.Patch($"{Ns}/dev1", """{"field_mask":{"paths":["session.dev_addr","battery_percentage","supports_join"]}}""");

        Assert.Equal(["created_at", "ids", "supports_join", "updated_at"], answer.Json.Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Reset_OfAPersonalizedDevice_RestartsItsSession()
    {
        await Api.Put($"{Ns}/abp1", Body.Device(Personalized, PersonalizedPaths));

        var session = (await Api.Patch($"{Ns}/abp1", """{"field_mask":{"paths":["session.dev_addr","session.last_f_cnt_up","session.started_at"]}}""")).Json["session"]!;

        Assert.Equal("01020304", session["dev_addr"]!.GetValue<string>());
        Assert.Null(session["last_f_cnt_up"]);
        Assert.NotNull(session["started_at"]);
    }

    [Fact]
    public async Task Get_BelowAMemberThatIsNotSet_FailsInternally()
    {
        await Api.Put($"{Ns}/dev1", Body.Device("""{"mac_settings":{"adr":{"static":{"nb_trans":1}}}}""", "mac_settings.adr"));

        var answer = await Api.Get($"{Ns}/dev1?field_mask=mac_settings.adr.mode.dynamic.margin");

        Assert.Equal(500, answer.Status);
        Assert.Equal(2, answer.Json["code"]!.GetValue<int>());
        Assert.Null(answer.Json["details"]);
    }

    [Fact]
    public async Task Set_InUnknownApplication_IsNotFound() =>
        Assert.Equal(404, (await Api.Put("/api/v3/as/applications/none1/devices/dev1", Body.Device("{}", "ids.device_id"))).Status);
}
