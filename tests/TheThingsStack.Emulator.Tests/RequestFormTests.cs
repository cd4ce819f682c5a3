using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>How bodies and queries are read, and in which form values come back.</summary>
public sealed class RequestFormTests : EmulatorTest
{
    private const string Ns = "/api/v3/ns/applications/app1/devices/dev1";

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"end_device":[]}""")]
    [InlineData("""{"end_device":{"name":5}}""")]
    [InlineData("""{"end_device":{"supports_join":"yes"}}""")]
    [InlineData("""{"end_device":{"downlink_margin":1.5}}""")]
    [InlineData("""{"end_device":{"last_dev_nonce":-1}}""")]
    [InlineData("""{"end_device":{"last_dev_nonce":4294967296}}""")]
    [InlineData("""{"end_device":{"ids":{"dev_eui":"70B3D5"}}}""")]
    [InlineData("""{"end_device":{"ids":{"dev_eui":"70B3D57ED000000G"}}}""")]
    [InlineData("""{"end_device":{"lorawan_version":"9.9"}}""")]
    [InlineData("""{"end_device":{"created_at":"yesterday"}}""")]
    [InlineData("""{"end_device":{"mac_settings":{"class_b_timeout":"60"}}}""")]
    [InlineData("""{"end_device":{"mac_settings":{"rx1_delay":{"value":5}}}}""")]
    [InlineData("""{"end_device":{"attributes":["a"]}}""")]
    [InlineData("""{"end_device":{"mac_settings":{"adr":{"mode":{"static":{}},"static":{},"disabled":{}}}}}""")]
    [InlineData("""{"field_mask":{"paths":"name"}}""")]
    [InlineData("""{"field_mask":{"paths":[1]}}""")]
    public async Task Body_OfTheWrongForm_IsABareBadRequest(string body)
    {
        var answer = await Api.Put(Ns, body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(["code", "message"], answer.Json.Select(p => p.Key));
        Assert.Equal(3, answer.Json["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("limit=abc")]
    [InlineData("limit=-1")]
    [InlineData("limit=1&limit=2")]
    public async Task Query_OfTheWrongType_IsABareBadRequest(string query)
    {
        var answer = await Api.Get($"/api/v3/applications/app1/devices?{query}");

        Assert.Equal(400, answer.Status);
        Assert.Null(answer.Json["details"]);
    }

    [Fact]
    public async Task Query_Unknown_IsIgnored() => Assert.Equal(200, (await Api.Get("/api/v3/applications/app1/devices?nonsense=1&also.nonsense=2")).Status);

    /// <summary>Every field is sent in a form that the server reads, and comes back in the form that it writes.</summary>
    [Theory]
    [InlineData("min_frequency", "868100000", "\"868100000\"")]
    [InlineData("min_frequency", "\"868100000\"", "\"868100000\"")]
    [InlineData("downlink_margin", "\"-3\"", "-3")]
    [InlineData("downlink_margin", "-3.0", "-3")]
    [InlineData("battery_percentage", "0", "0")]
    [InlineData("battery_percentage", "0.1", "0.1")]
    [InlineData("lorawan_version", "\"1.0.4\"", "\"MAC_V1_0_4\"")]
    [InlineData("lorawan_version", "6", "\"MAC_V1_0_4\"")]
    [InlineData("lorawan_version", "\"V1_0_2\"", "\"MAC_V1_0_2\"")]
    [InlineData("lorawan_phy_version", "\"RP001_V1_0_3_REV_A\"", "\"PHY_V1_0_3_REV_A\"")]
    [InlineData("lorawan_phy_version", "\"1.0.3-a\"", "\"PHY_V1_0_3_REV_A\"")]
    [InlineData("lorawan_phy_version", "8", "\"RP002_V1_0_0\"")]
    [InlineData("mac_settings", """{"rx1_delay":5}""", """{"rx1_delay":5}""")]
    [InlineData("mac_settings", """{"rx1_delay":"RX_DELAY_5"}""", """{"rx1_delay":5}""")]
    [InlineData("mac_settings", """{"rx1Delay":0}""", """{"rx1_delay":0}""")]
    [InlineData("mac_settings", """{"rx2_frequency":869525000}""", """{"rx2_frequency":"869525000"}""")]
    [InlineData("mac_settings", """{"supports32BitFCnt":false}""", """{"supports_32_bit_f_cnt":false}""")]
    [InlineData("mac_settings", """{"class_b_timeout":"1.500s","status_time_periodicity":null}""", """{"class_b_timeout":"1.5s"}""")]
    [InlineData("mac_settings", """{"factory_preset_frequencies":[868100000,"868300000"]}""", """{"factory_preset_frequencies":["868100000","868300000"]}""")]
    [InlineData("mac_settings", """{"adr":{"disabled":{}}}""", """{"adr":{"disabled":{}}}""")]
    [InlineData("mac_settings", """{"no_such_field":{"x":1},"desired_rx1_delay":null}""", "{}")]
    [InlineData("last_dev_status_received_at", "\"2024-02-03T04:05:06.123456789+02:00\"", "\"2024-02-03T02:05:06.123456789Z\"")]
    [InlineData("last_dev_status_received_at", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"")]
    public async Task Value_InAnyAcceptedForm_ComesBackInTheServersForm(string field, string sent, string returned)
    {
        var answer = await Api.Put(Ns, Body.Device($"{{\"{field}\":{sent}}}", field));

        Assert.Equal(200, answer.Status);
        Assert.Equal(returned, answer.Json[field]!.ToJsonString());
    }

    [Theory]
    [InlineData("downlink_margin", "0")]
    [InlineData("multicast", "false")]
    [InlineData("mac_settings", "null")]
    [InlineData("battery_percentage", "null")]
    [InlineData("min_frequency", "\"0\"")]
    public async Task Value_ThatIsZero_IsNotWritten(string field, string sent)
    {
        var answer = await Api.Put(Ns, Body.Device($"{{\"{field}\":{sent}}}", field));

        Assert.Equal(200, answer.Status);
        Assert.False(answer.Json.ContainsKey(field));
    }

    [Fact]
    public async Task Value_InAMapOfMessages_LosesOnlyItsZeros()
    {
        var answer = await Api.Post("/api/v3/applications/app1/devices", Body.Device(Body.NewDevice("new1", more: """
            {"locations":{"user":{"latitude":0,"longitude":4.5,"altitude":0,"source":"SOURCE_UNKNOWN"}},"attributes":{"empty":""},"picture":{"sizes":{"0128":"/a.png"}}}
            """)));

        Assert.Equal("""{"user":{"longitude":4.5}}""", answer.Json["locations"]!.ToJsonString());
        Assert.Equal("""{"empty":""}""", answer.Json["attributes"]!.ToJsonString());
        Assert.Equal("""{"sizes":{"128":"/a.png"}}""", answer.Json["picture"]!.ToJsonString());
    }

    [Theory]
    [InlineData("70b3d57ed005a1b2", "70B3D57ED005A1B2")]
    [InlineData("cLPVftAFobI=", "70B3D57ED005A1B2")]
    [InlineData("0000000000000000", "0000000000000000")]
    public async Task Bytes_InHexOrBase64_ComeBackAsUpperCaseHex(string sent, string returned)
    {
        var answer = await Api.Post("/api/v3/applications/app1/devices", $$$"""{"endDevice":{"ids":{"deviceId":"new1","devEui":"{{{sent}}}"} } }""");

        Assert.Equal(returned, answer.Json["ids"]!["dev_eui"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task Bytes_Empty_AreAbsent(string sent)
    {
        var answer = await Api.Post("/api/v3/applications/app1/devices", $$$"""{"end_device":{"ids":{"device_id":"new1","dev_eui":{{{sent}}} } } }""");

        Assert.Null(answer.Json["ids"]!["dev_eui"]);
    }

    [Fact]
    public async Task Struct_OfAnyShape_SurvivesUnchanged()
    {
        const string data = """{"number":1.5,"zero":0,"text":"","list":[1,"a",null,{"deep":true}],"camelCase":{}}""";
        var device = Body.NewDevice("dev1", "70B3D57ED0000001", "70B3D57ED0000000", $"{{\"provisioning_data\":{data}}}");

        await Api.Put("/api/v3/js/applications/app1/devices/dev1", Body.Device(device, "provisioning_data"));

        Assert.Equal(data, (await Api.Get("/api/v3/js/applications/app1/devices/dev1?field_mask=provisioning_data")).Json["provisioning_data"]!.ToJsonString());
    }

    [Fact]
    public async Task Path_Always_OverridesTheBody()
    {
        var answer = await Api.Post("/api/v3/applications/app1/devices", """{"end_device":{"ids":{"device_id":"new1","application_ids":{"application_id":"other"}}}}""");

        Assert.Equal("app1", answer.Json["ids"]!["application_ids"]!["application_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Path_IntoAnExclusiveGroup_ConflictsWithTheBody()
    {
        var answer = await Api.Post("/api/v3/users/user1/applications", """{"application":{"ids":{"application_id":"app2"}},"collaborator":{"organization_ids":{"organization_id":"org1"}}}""");

        Assert.Equal(400, answer.Status);
        Assert.Null(answer.Json["details"]);
    }

    [Fact]
    public async Task Mask_AsTextInABody_IsUnderstood()
    {
        var answer = await Api.Put("/api/v3/applications/app1", """{"application":{"name":"New","description":"New"},"field_mask":"name,description"}""");

        Assert.Equal("New", answer.Json["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Body_AboveSixteenMebibytes_IsABadRequest()
    {
        var body = $$$"""{"end_device":{"description":"{{{new string('x', 16 * 1024 * 1024)}}}"}}""";

        var answer = await Api.Put(Ns, body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("request_body_too_large", answer.Detail!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Body_WithoutContentType_IsRead()
    {
        using var http = new HttpClient { BaseAddress = Emulator.Address };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v3/applications/app1") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"application":{"name":"Bytes"},"field_mask":{"paths":["name"]}}""")) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Emulator.ApiKey}");

        using var response = await http.SendAsync(request);

        Assert.Equal("Bytes", JsonNode.Parse(await response.Content.ReadAsStringAsync())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Connection_BrokenInTheBody_LeavesTheEmulatorWorking()
    {
        using (var socket = new TcpClient("127.0.0.1", Emulator.Address.Port))
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("PUT /api/v3/applications/app1 HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"));

        Assert.Equal(200, (await Api.Get("/api/v3/auth_info")).Status);
    }
}
