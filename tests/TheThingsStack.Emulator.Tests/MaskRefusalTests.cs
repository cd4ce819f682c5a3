using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>What each RPC lets its mask name, over every route that leads to it.</summary>
public sealed class MaskRefusalTests(SharedEmulator emulator) : IClassFixture<SharedEmulator>
{
    private const string Forbidden = "pkg/rpcmiddleware/validator:field_mask_paths";

    private static readonly Operation[] Masked = [.. ApiReference.Default.Operations.Where(o => o.Rpc.Mask is not null)];

    public static TheoryData<string> Rpcs => [.. Masked.Select(o => o.Rpc.Name).Distinct()];

    [Fact]
    public void Rpcs_WithAMask_AreAllThatHttpReaches() => Assert.Equal(76, Rpcs.Count);

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Mask_WithForbiddenPath_IsRefusedBeforeCredentialsAreAsked(string rpc)
    {
        foreach (var operation in Masked.Where(o => o.Rpc.Name == rpc))
        {
            var answer = await Send(emulator.Anonymous, operation, AllowedPath(operation), "no_such_field", "nameX");

            Assert.Equal(400, answer.Status);
            Assert.Equal(Forbidden, answer.ErrorName);
            Assert.Equal("""["no_such_field","nameX"]""", answer.Detail!["attributes"]!["forbidden_paths"]!.ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Mask_WithAllowedPath_IsAccepted(string rpc)
    {
        foreach (var operation in Masked.Where(o => o.Rpc.Name == rpc))
        {
            var answer = await Send(emulator.Api, operation, AllowedPath(operation));

            Assert.NotEqual(Forbidden, answer.ErrorName);
        }
    }

    [Fact]
    public async Task Refusal_Always_HasTheServersShape()
    {
        var answer = await emulator.Anonymous.Get("/api/v3/applications/app1/devices/dev1?field_mask=name,root_keys");

        Assert.Equal(400, answer.Status);
        Assert.Equal(3, answer.Json["code"]!.GetValue<int>());
        Assert.Equal("error:pkg/rpcmiddleware/validator:field_mask_paths (forbidden path(s) in field mask)", answer.Json["message"]!.GetValue<string>());
        Assert.Equal("type.googleapis.com/ttn.lorawan.v3.ErrorDetails", answer.Detail!["@type"]!.GetValue<string>());
        Assert.Equal("forbidden path(s) in field mask", answer.Detail["message_format"]!.GetValue<string>());
        Assert.Equal("""{"forbidden_paths":["root_keys"]}""", answer.Detail["attributes"]!.ToJsonString());
        Assert.Matches("^[0-9a-f]{32}$", answer.Detail["correlation_id"]!.GetValue<string>());
        Assert.Equal(3, answer.Detail["code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("/api/v3/as/applications/app1/devices/dev1", "mac_settings")]
    [InlineData("/api/v3/applications/app1/devices/dev1", "locations.user")]
    [InlineData("/api/v3/applications/app1/devices/dev1", "versionIds")]
    [InlineData("/api/v3/ns/applications/app1/devices/dev1", "mac_settings.adr.dynamic")]
    [InlineData("/api/v3/ns/applications/app1/devices/dev1", "end_device.mac_settings")]
    [InlineData("/api/v3/js/applications/app1/devices/dev1", "name")]
    public async Task Get_WithPathOfAnotherFormOrServer_IsRefused(string route, string path) =>
        Assert.Equal(Forbidden, (await emulator.Api.Get($"{route}?field_mask={path}")).ErrorName);

    [Theory]
    [InlineData("session", 400)]
    [InlineData("session.dev_addr", 200)]
    public async Task Set_WithParentOfAnAllowedPath_IsNotAllowedForThat(string path, int status) =>
        Assert.Equal(status, (await emulator.Api.Put("/api/v3/as/applications/app1/devices/dev1", Body.Device("{}", path))).Status);

    [Theory]
    [InlineData("/api/v3/as/applications/app1/devices/dev1", "session.dev_addr")]
    [InlineData("/api/v3/ns/applications/app1/devices/dev1", "mac_settings.adr.mode.dynamic.margin")]
    [InlineData("/api/v3/ns/applications/app1/devices/dev1", "mac_settings.adr.mode")]
    [InlineData("/api/v3/ns/applications/app1/devices/dev1", "mac_settings.rx1_delay.value")]
    public async Task Get_WithPathOfThisServer_IsAccepted(string route, string path) =>
        Assert.Equal(200, (await emulator.Api.Get($"{route}?field_mask={path}")).Status);

    [Fact]
    public async Task Query_WithRepeatedMask_IsRefusedAsTooManyValues()
    {
        var answer = await emulator.Api.Get("/api/v3/applications/app1/devices/dev1?field_mask=name&field_mask=description");

        Assert.Equal(400, answer.Status);
        Assert.Contains("too many values", answer.Json["message"]!.GetValue<string>());
        Assert.Null(answer.Json["details"]);
    }

    [Fact]
    public async Task Query_WithRepeatedPaths_IsAccepted()
    {
        var answer = await emulator.Api.Get("/api/v3/applications/app1/devices/dev1?field_mask.paths=name&field_mask.paths=description");

        Assert.Equal(["created_at", "description", "ids", "name", "updated_at"], answer.Json.Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Query_WithCommaInPaths_IsOneForbiddenPath()
    {
        var answer = await emulator.Api.Get("/api/v3/applications/app1/devices/dev1?field_mask.paths=name,description");

        Assert.Equal("""["name,description"]""", answer.Detail!["attributes"]!["forbidden_paths"]!.ToJsonString());
    }

    [Fact]
    public async Task Query_OnAWrite_IsNotRead()
    {
        var answer = await emulator.Api.Put("/api/v3/applications/app1/devices/dev1?field_mask=no_such_field", """{"end_device":{"name":"ignored"}}""");

        Assert.Equal(200, answer.Status);
        Assert.Null(answer.Json["name"]);
    }

    [Fact]
    public async Task Query_WithPercentEncodedComma_IsRead() =>
        Assert.NotNull((await emulator.Api.Get("/api/v3/applications/app1/devices/dev1?field_mask=name%2Cdescription")).Json["description"]);

    private static string AllowedPath(Operation operation) =>
        operation.Rpc.Mask!.Paths?.Order().First() ?? AllPaths.Of(operation.Rpc.Mask.Message).First();

    private static Task<Answer> Send(ApiClient client, Operation operation, params string[] paths)
    {
        if (!operation.HasBody)
            return client.Send(new HttpMethod(operation.Method), $"{Sample.Path(operation)}?field_mask={string.Join(',', paths)}");
        var mask = new JsonObject { ["paths"] = new JsonArray([.. paths.Select(p => JsonValue.Create(p))]) };
        return client.Send(new HttpMethod(operation.Method), Sample.Path(operation), new JsonObject { ["field_mask"] = mask }.ToJsonString());
    }
}
