using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class AuthenticationTests(SharedEmulator emulator) : IClassFixture<SharedEmulator>
{
    private const string Route = "/api/v3/applications/app1/devices/dev1";

    private static readonly string UnknownKey = $"NNSXS.{new string('A', 39)}.{new string('B', 52)}";

    [Fact]
    public void ApiKey_OfAnEmulator_HasTheServersShape() =>
        Assert.Matches(@"^NNSXS\.[A-Z2-7]{39}\.[A-Z2-7]{52}\z", emulator.Emulator.ApiKey);

    [Theory]
    [InlineData("Bearer NNSXS.XXXXXXXXX")]
    [InlineData("Bearer NNSXS.A.B.C")]
    [InlineData("Bearer NNSXS.A.B")]
    [InlineData("Bearer nonsense")]
    public async Task Token_Malformed_IsABadRequest(string authorization)
    {
        var answer = await With(authorization).Get(Route);

        Assert.Equal(400, answer.Status);
        Assert.Equal("pkg/auth:token", answer.ErrorName);
    }

    [Fact]
    public async Task Key_Unknown_IsUnauthenticated()
    {
        var answer = await With($"Bearer {UnknownKey}").Get(Route);

        Assert.Equal(401, answer.Status);
        Assert.Equal(16, answer.Json["code"]!.GetValue<int>());
        Assert.Equal("api_key_not_found", answer.Detail!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Token_OfAnotherType_IsUnknown() =>
        Assert.Equal("token_not_found", (await With("Bearer MFRWG.ABC.DEF").Get(Route)).Detail!["name"]!.GetValue<string>());

    [Fact]
    public async Task Scheme_InAnyCase_IsUnderstood() =>
        Assert.Equal(200, (await With($"bearer {emulator.Emulator.ApiKey}").Get(Route)).Status);

    [Fact]
    public async Task Scheme_OtherThanBearer_IsUnauthenticated() =>
        Assert.Equal(401, (await With("Basic QTpC").Get(Route)).Status);

    [Theory]
    [InlineData(Route, "application")]
    [InlineData("/api/v3/ns/applications/app1/devices/dev1", "application")]
    [InlineData("/api/v3/gateways/gtw1/api-keys", "gateway")]
    [InlineData("/api/v3/organizations/org1/applications", "organization")]
    [InlineData("/api/v3/users/user1/applications", "user")]
    public async Task Call_WithoutCredentials_HasNoRightsOnTheEntity(string route, string kind)
    {
        var answer = await emulator.Anonymous.Get(route);

        Assert.Equal(403, answer.Status);
        Assert.Equal(7, answer.Json["code"]!.GetValue<int>());
        Assert.Equal($"pkg/auth/rights:no_{kind}_rights", answer.ErrorName);
    }

    [Theory]
    [InlineData("/api/v3/applications")]
    [InlineData("/api/v3/applications/app1")]
    [InlineData("/api/v3/applications/app1/collaborators")]
    [InlineData("/api/v3/gateways/gtw1")]
    [InlineData("/api/v3/search/applications")]
    public async Task Call_WithoutCredentialsForWhatAnybodyKnownMaySee_IsUnauthenticated(string route)
    {
        var answer = await emulator.Anonymous.Get(route);

        Assert.Equal(401, answer.Status);
        Assert.Equal("unauthenticated", answer.Detail!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task AuthInfo_WithKey_DescribesItWithoutTheSecret()
    {
        var answer = await emulator.Api.Get("/api/v3/auth_info");

        Assert.Equal(emulator.Emulator.ApiKey.Split('.')[1], answer.Json["api_key"]!["api_key"]!["id"]!.GetValue<string>());
        Assert.Equal("""{"user_ids":{"user_id":"emulator-user"}}""", answer.Json["api_key"]!["entity_ids"]!.ToJsonString());
        Assert.True(answer.Json["is_admin"]!.GetValue<bool>());
        Assert.Equal(63, answer.Json["universal_rights"]!["rights"]!.AsArray().Count);
        Assert.DoesNotContain(emulator.Emulator.ApiKey.Split('.')[2], answer.Text);
    }

    [Fact]
    public async Task AuthInfo_WithoutKey_IsEmpty() => Assert.Equal("{}", (await emulator.Anonymous.Get("/api/v3/auth_info")).Text);

    private ApiClient With(string authorization) => new(emulator.Emulator) { Authorization = authorization };
}
