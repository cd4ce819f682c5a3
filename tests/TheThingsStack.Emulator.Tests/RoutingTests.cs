using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class RoutingTests(SharedEmulator emulator) : IClassFixture<SharedEmulator>
{
    [Theory]
    [InlineData("/api/v3/no/such/route")]
    [InlineData("/api/v3/applications/app1/devices/dev1/")]
    [InlineData("/api/v3/")]
    [InlineData("/applications/app1")]
    [InlineData("/")]
    public async Task Route_Unknown_IsABareNotFound(string path)
    {
        var answer = await emulator.Api.Get(path);

        Assert.Equal(404, answer.Status);
        Assert.Equal("""{"code":5,"message":"Not Found"}""", answer.Text);
    }

    [Theory]
    [InlineData("PATCH", "/api/v3/applications/app1")]
    [InlineData("GET", "/api/v3/events")]
    [InlineData("POST", "/api/v3/applications/app1/devices/dev1")]
    public async Task Route_WithWrongMethod_IsABareUnimplemented(string method, string path)
    {
        var answer = await emulator.Api.Send(new HttpMethod(method), path);

        Assert.Equal(501, answer.Status);
        Assert.Equal("""{"code":12,"message":"Method Not Allowed"}""", answer.Text);
    }

    /// <summary>Every route of the reference is one that the emulator knows: implemented, refused for a reason, or said to be missing.</summary>
    [Fact]
    public async Task Routes_OfTheReference_AreAllKnown()
    {
        var missing = 0;
        foreach (var operation in ApiReference.Default.Operations.Where(o => o.Rpc.Name != "Events/Stream"))
        {
            var answer = await emulator.Api.Send(new HttpMethod(operation.Method), Sample.Path(operation), operation.HasBody ? "{}" : null);
            var error = operation.Rpc.IsStream ? answer.Json["error"]!.AsObject() : answer.Json;

            Assert.True(answer.Status is 200 or 400 or 404 or 501, $"{operation.Id}: {answer.Status} {answer.Text}");
            Assert.NotEqual("Not Found", error["message"]?.GetValue<string>());
            Assert.NotEqual("Method Not Allowed", error["message"]?.GetValue<string>());
            if (answer.Status != 501)
                continue;
            missing++;
            Assert.Equal(12, error["code"]!.GetValue<int>());
            Assert.Equal("not_implemented", error["details"]![0]!["name"]!.GetValue<string>());
            Assert.Equal(operation.Rpc.Name, error["details"]![0]!["attributes"]!["rpc"]!.GetValue<string>());
        }

        Assert.InRange(missing, 100, 280);
    }

    [Fact]
    public async Task Route_ThatIsLiteral_WinsOverOneWithAParameter()
    {
        var answer = await emulator.Api.Get("/api/v3/applications/app1/devices/batch?device_ids=dev1&field_mask=name");

        Assert.Equal("Soil monitor 1", answer.Json["end_devices"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Path_PercentEncoded_IsDecoded() =>
        Assert.Equal(200, (await emulator.Api.Get("/api/v3/applications/app%31/devices/dev1")).Status);

    [Fact]
    public async Task RequestId_Given_IsEchoed() =>
        Assert.Equal("my-id-1", (await emulator.Api.Send(HttpMethod.Get, "/api/v3/auth_info", null, ("X-Request-Id", "my-id-1"))).Header("X-Request-Id"));

    [Fact]
    public async Task RequestId_ThatNoHeaderCanCarry_IsReplaced()
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 };
        using var http = new HttpClient(handler) { BaseAddress = emulator.Emulator.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v3/auth_info");
        request.Headers.TryAddWithoutValidation("X-Request-Id", "\u00e9");

        using var response = await http.SendAsync(request);

        Assert.Equal(26, response.Headers.GetValues("X-Request-Id").Single().Length);
    }

    [Theory]
    [InlineData("/api/v3/auth_info")]
    [InlineData("/api/v3/no/such/route")]
    public async Task RequestId_NotGiven_IsGenerated(string path) =>
        Assert.Matches("^[0-7][0-9A-HJKMNP-TV-Z]{25}$", (await emulator.Api.Get(path)).Header("X-Request-Id")!);
}
