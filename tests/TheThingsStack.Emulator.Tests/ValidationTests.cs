using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Limits of fields, and the order of the server's checks.</summary>
public sealed class ValidationTests(SharedEmulator emulator) : IClassFixture<SharedEmulator>
{
    private const string Validation = "pkg/errors:validation";

    [Theory]
    [InlineData("UPPER")]
    [InlineData("ab")]
    [InlineData("dev--1")]
    [InlineData("dev1%0A")]
    [InlineData("dev_1")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Id_AgainstThePattern_IsRefusedWithTheWholeChain(string id)
    {
        var answer = await emulator.Api.Get($"/api/v3/applications/app1/devices/{id}?field_mask=name");
        var inner = answer.Detail!["cause"]!;

        Assert.Equal(400, answer.Status);
        Assert.Equal(Validation, answer.ErrorName);
        Assert.Equal("invalid `{field}`: {reason}", answer.Detail["message_format"]!.GetValue<string>());
        Assert.Equal("end_device_ids", answer.Detail["attributes"]!["field"]!.GetValue<string>());
        Assert.Equal("GetEndDeviceRequestValidationError", answer.Detail["attributes"]!["name"]!.GetValue<string>());
        Assert.Equal("device_id", inner["attributes"]!["field"]!.GetValue<string>());
        Assert.Null(inner["@type"]);
    }

    [Theory]
    [InlineData("limit=1001", "limit")]
    [InlineData("order=nonsense", "order")]
    public async Task List_BeyondItsLimits_IsRefused(string query, string field)
    {
        var answer = await emulator.Api.Get($"/api/v3/applications/app1/devices?{query}");

        Assert.Equal(400, answer.Status);
        Assert.Equal(field, answer.Detail!["attributes"]!["field"]!.GetValue<string>());
    }

    [Fact]
    public async Task Batch_OfMoreThanTwenty_IsRefused()
    {
        var query = string.Join('&', Enumerable.Range(0, 21).Select(i => $"device_ids=dev{i}"));

        Assert.Equal(Validation, (await emulator.Api.Get($"/api/v3/applications/app1/devices/batch?{query}")).ErrorName);
        Assert.Equal(Validation, (await emulator.Api.Get("/api/v3/applications/app1/devices/batch")).ErrorName);
    }

    [Fact]
    public async Task Query_WithHexEui_IsRefusedForItsLength()
    {
        var answer = await emulator.Api.Get("/api/v3/applications/app1/devices/dev1?end_device_ids.dev_eui=70B3D57ED0000001");

        Assert.Equal(400, answer.Status);
        Assert.Equal("value length must be 8 bytes", answer.Detail!["cause"]!["attributes"]!["reason"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("cLPVftAAAAE%3D")]
    [InlineData("cLPVftAAAAE")]
    public async Task Query_WithBase64Eui_IsAccepted(string eui) =>
        Assert.Equal(200, (await emulator.Api.Get($"/api/v3/applications/app1/devices/dev1?end_device_ids.dev_eui={eui}")).Status);

    [Fact]
    public async Task Query_WithUrlSafeBase64_IsAccepted() =>
        Assert.Equal(200, (await emulator.Api.Get("/api/v3/applications/app1/devices/dev1?end_device_ids.dev_eui=__________8")).Status);

    [Fact]
    public async Task Update_WithMask_ChecksOnlyWhatTheMaskNames()
    {
        var body = new JsonObject { ["end_device"] = new JsonObject { ["name"] = new string('x', 51), ["description"] = "fits" } };
        body["field_mask"] = new JsonObject { ["paths"] = new JsonArray("description") };
        Assert.Equal(200, (await emulator.Api.Put("/api/v3/applications/app1/devices/dev1", body.ToJsonString())).Status);

        body["field_mask"] = new JsonObject { ["paths"] = new JsonArray("description", "name") };
        var answer = await emulator.Api.Put("/api/v3/applications/app1/devices/dev1", body.ToJsonString());
        Assert.Equal("value length must be at most 50 runes", answer.Detail!["cause"]!["attributes"]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_WithoutMask_ChecksAllOfTheBody()
    {
        var body = new JsonObject { ["end_device"] = new JsonObject { ["name"] = new string('x', 51) } };

        Assert.Equal(Validation, (await emulator.Api.Put("/api/v3/applications/app1/devices/dev1", body.ToJsonString())).ErrorName);
    }

    [Theory]
    [InlineData("""{"attributes":{"a b":"x"}}""", "attributes[a b]")]
    [InlineData("""{"network_server_address":"https://host"}""", "network_server_address")]
    [InlineData("""{"locations":{"user":{"latitude":91}}}""", "locations[user]")]
    [InlineData("""{"lorawan_version":99}""", "lorawan_version")]
    [InlineData("""{"claim_authentication_code":{"value":"not allowed!"}}""", "claim_authentication_code")]
    public async Task Create_WithFieldBeyondItsLimits_IsRefused(string device, string field)
    {
        var body = JsonNode.Parse(device)!.AsObject();
        body["ids"] = new JsonObject { ["device_id"] = "new1" };

        var answer = await emulator.Api.Post("/api/v3/applications/app1/devices", new JsonObject { ["end_device"] = body }.ToJsonString());

        Assert.Equal(400, answer.Status);
        Assert.Equal(field, answer.Detail!["cause"]!["attributes"]!["field"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_WithoutEntity_IsRefused()
    {
        var answer = await emulator.Api.Post("/api/v3/users/user1/applications", "{}");

        Assert.Equal("application", answer.Detail!["attributes"]!["field"]!.GetValue<string>());
        Assert.Equal("value is required", answer.Detail["attributes"]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Check_OfFilters_NeedsATimeInThePast()
    {
        var answer = await emulator.Api.Post("/api/v3/applications/app1/devices/filter", """{"filters":[{"updated_since":"2999-01-01T00:00:00Z"}]}""");

        Assert.Equal(Validation, answer.ErrorName);
    }

    /// <summary>The form of the request, then the mask, then limits, then credentials.</summary>
    [Theory]
    [InlineData("/api/v3/applications/X/devices?field_mask=nope&limit=abc", "")]
    [InlineData("/api/v3/applications/X/devices?field_mask=nope&limit=1001", "pkg/rpcmiddleware/validator:field_mask_paths")]
    [InlineData("/api/v3/applications/X/devices?field_mask=name", Validation)]
    [InlineData("/api/v3/applications/app1/devices?field_mask=name", "pkg/auth/rights:no_application_rights")]
    public async Task Checks_Always_ComeInTheServersOrder(string path, string error) =>
        Assert.Equal(error, (await emulator.Anonymous.Get(path)).ErrorName);
}
