using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Users, organizations and OAuth clients.</summary>
public sealed class AccountTests : EmulatorTest
{
    private const string Approved = """{"user":{"ids":{"user_id":"ann"},"primary_email_address":"ann@example.com","password":"Secret123","state":"STATE_APPROVED","admin":true}}""";

    [Fact]
    public async Task User_RegisteredByAnybody_IsApprovedButNoAdministrator()
    {
        using var anonymous = new ApiClient(Emulator) { Authorization = null };

        var created = await anonymous.Post("/api/v3/users", Approved);

        Assert.Equal(200, created.Status);
        Assert.Equal("STATE_APPROVED", created.Json["state"]!.GetValue<string>());
        Assert.Null(created.Json["admin"]);
        Assert.DoesNotContain("Secret123", created.Text);
    }

    [Fact]
    public async Task User_RegisteredByAnAdministrator_IsWhatTheyWant()
    {
        await Api.Post("/api/v3/users", Approved);

        var got = await Api.Get("/api/v3/users/ann?field_mask=admin,state,primary_email_address");
        var listed = await Api.Get("/api/v3/users?order=user_id&field_mask=primary_email_address");

        Assert.True(got.Json["admin"]!.GetValue<bool>());
        Assert.Null(got.Json["password"]);
        Assert.Equal(["ann@example.com", "emulator@example.com"], listed.Json["users"]!.AsArray().Select(u => u!["primary_email_address"]!.GetValue<string>()));
        Assert.Equal("2", listed.Header("X-Total-Count"));
    }

    [Fact]
    public async Task User_OfAnAdministrator_HasRightsOnEverything()
    {
        await Api.Post("/api/v3/users", Approved);
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_ALL");
        using var limited = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_APPLICATION_INFO");

        Assert.Equal(200, (await ann.Get("/api/v3/applications/app1/devices/dev1")).Status);
        Assert.Equal(403, (await limited.Get("/api/v3/applications/app1/devices/dev1")).Status);
    }

    [Fact]
    public async Task Users_AreListedAndSearched_ByAdministratorsOnly()
    {
        using var other = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        Assert.Equal("pkg/identityserver:permission_denied", (await other.Get("/api/v3/users")).ErrorName);
        Assert.Equal("pkg/identityserver:permission_denied", (await other.Get("/api/v3/search/users?id_contains=e")).ErrorName);
        Assert.Equal("emulator-user", (await Api.Get("/api/v3/search/users?state=STATE_APPROVED&id_contains=emu")).Json["users"]![0]!["ids"]!["user_id"]!.GetValue<string>());
        Assert.Equal("{}", (await Api.Get("/api/v3/search/users?state=STATE_FLAGGED")).Text);
    }

    [Fact]
    public async Task AdminFields_ChangedByTheUser_AreRefused()
    {
        using var anonymous = new ApiClient(Emulator) { Authorization = null };
        await anonymous.Post("/api/v3/users", Approved);
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_USER_ALL");

        Assert.Equal("pkg/identityserver:user_update_admin_field", (await ann.Put("/api/v3/users/ann", """{"user":{"admin":true},"field_mask":{"paths":["admin"]}}""")).ErrorName);
        Assert.Equal(200, (await ann.Put("/api/v3/users/ann", """{"user":{"name":"Ann"},"field_mask":{"paths":["name"]}}""")).Status);
        Assert.Equal(200, (await Api.Put("/api/v3/users/ann", """{"user":{"admin":true},"field_mask":{"paths":["admin"]}}""")).Status);
    }

    [Theory]
    [InlineData("STATE_REQUESTED", "Few rights: the account waits for approval", "user_requested")]
    [InlineData("STATE_REJECTED", "Few rights: the account was rejected (no reason)", "user_rejected")]
    [InlineData("STATE_SUSPENDED", "Few rights: the account is suspended (no reason)", "user_suspended")]
    public async Task User_InDisgrace_HasFewRightsAndIsTold(string state, string warning, string error)
    {
        await Api.Post("/api/v3/users", Approved);
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_ALL");
        await Api.Put("/api/v3/users/ann", $$$$"""{"user":{"state":"{{{{state}}}}","state_description":"no reason"},"field_mask":{"paths":["state","state_description"]}}""");

        var info = await ann.Get("/api/v3/auth_info");
        var device = await ann.Get("/api/v3/applications/app1/devices/dev1");
        var application = await ann.Get("/api/v3/applications/app1");

        Assert.Equal(warning, info.Header("X-Warning"));
        Assert.Null(info.Json["is_admin"]);
        Assert.Equal(403, device.Status);
        Assert.Equal(warning, device.Header("X-Warning"));
        Assert.Equal($"pkg/identityserver:{error}", application.ErrorName);
        Assert.Equal("no reason", application.Detail!["attributes"]!["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task User_InDisgraceForReasonsThatNoHeaderHolds_IsToldAllTheSame()
    {
        await Api.Post("/api/v3/users", Approved);
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_ALL");
        await Api.Put("/api/v3/users/ann", """{"user":{"state":"STATE_REJECTED","state_description":"naïve\nuse"},"field_mask":{"paths":["state","state_description"]}}""");

        Assert.Equal("Few rights: the account was rejected (na?ve?use)", (await ann.Get("/api/v3/auth_info")).Header("X-Warning"));
    }

    [Fact]
    public async Task State_ChangedAlone_ForgetsItsDescription()
    {
        await Api.Post("/api/v3/users", Approved);
        await Api.Put("/api/v3/users/ann", """{"user":{"state":"STATE_SUSPENDED","state_description":"late"},"field_mask":{"paths":["state","state_description"]}}""");

        await Api.Put("/api/v3/users/ann", """{"user":{"state":"STATE_FLAGGED"},"field_mask":{"paths":["state"]}}""");

        Assert.Null((await Api.Get("/api/v3/users/ann?field_mask=state_description")).Json["state_description"]);
    }

    [Fact]
    public async Task Ids_OfUsersAndOrganizations_AreOneSpace()
    {
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"ann"}}}""");

        Assert.Equal("pkg/identityserver/store:id_taken", (await Api.Post("/api/v3/users", Approved)).ErrorName);
        Assert.Equal(409, (await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"emulator-user"}}}""")).Status);
    }

    [Fact]
    public async Task Organization_FromCreationToPurge_FollowsTheServer()
    {
        const string route = "/api/v3/organizations/org1";
        var created = await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"},"name":"Farmers"}}""");
        var updated = await Api.Put(route, """{"organization":{"name":"Gardeners"},"field_mask":{"paths":["name"]}}""");
        using var other = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        Assert.Equal("emulator-user", created.Json["administrative_contact"]!["user_ids"]!["user_id"]!.GetValue<string>());
        Assert.Equal("Gardeners", updated.Json["name"]!.GetValue<string>());
        Assert.Equal("Gardeners", (await other.Get($"{route}?field_mask=name")).Json["name"]!.GetValue<string>());
        Assert.Equal(403, (await other.Get($"{route}?field_mask=description")).Status);
        Assert.Equal("org1", (await Api.Get("/api/v3/users/emulator-user/organizations")).Json["organizations"]![0]!["ids"]!["organization_id"]!.GetValue<string>());
        Assert.Equal("org1", (await Api.Get("/api/v3/search/organizations?query=ORG")).Json["organizations"]![0]!["ids"]!["organization_id"]!.GetValue<string>());
        Assert.Equal("{}", (await other.Get("/api/v3/search/organizations?query=org")).Text);
        Assert.Equal("{}", (await Api.Delete(route)).Text);
        Assert.Equal(404, (await Api.Get(route)).Status);
        Assert.Equal("{}", (await Api.Delete($"{route}/purge")).Text);
        Assert.Equal(404, (await Api.Delete($"{route}/purge")).Status);
    }

    [Fact]
    public async Task Client_Created_HasASecretAndCollaborators()
    {
        var created = await Api.Post("/api/v3/users/emulator-user/clients", """{"client":{"ids":{"client_id":"cli1"},"name":"Dashboard","state":"STATE_APPROVED"}}""");
        using var other = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_INFO");

        Assert.Equal(52, created.Json["secret"]!.GetValue<string>().Length);
        Assert.Null((await other.Get("/api/v3/clients/cli1?field_mask=name")).Json["secret"]);
        Assert.Equal(403, (await other.Get("/api/v3/clients/cli1?field_mask=attributes")).Status);
        Assert.Equal("1", (await Api.Get("/api/v3/clients/cli1/collaborators")).Header("X-Total-Count"));
        Assert.Equal("cli1", (await Api.Get("/api/v3/search/clients?state=STATE_APPROVED")).Json["clients"]![0]!["ids"]!["client_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Creation_ByThoseWhoMayNot_IsRefused()
    {
        await Api.Post("/api/v3/users", Approved.Replace("\"admin\":true", "\"admin\":false", StringComparison.Ordinal));
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_USER_GATEWAYS_CREATE");

        Assert.Equal("pkg/auth/rights:insufficient_user_rights", (await ann.Post("/api/v3/users/ann/applications", Body.Application("""{"ids":{"application_id":"app2"}}"""))).ErrorName);
        Assert.Equal("pkg/auth/rights:no_user_rights", (await ann.Post("/api/v3/users/emulator-user/gateways", """{"gateway":{"ids":{"gateway_id":"gtw1"}}}""")).ErrorName);
        Assert.Equal(200, (await ann.Post("/api/v3/users/ann/gateways", """{"gateway":{"ids":{"gateway_id":"gtw1"}}}""")).Status);
        Assert.Equal("pkg/identityserver/store:user_not_found", (await Api.Post("/api/v3/users/nobody/gateways", """{"gateway":{"ids":{"gateway_id":"gtw2"}}}""")).ErrorName);
    }

    [Fact]
    public async Task Accounts_Searched_CanLeaveOutOrTakeCollaborators()
    {
        await Api.Post("/api/v3/users", Approved);
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"anna"}}}""");

        Assert.Equal("""{"account_ids":[{"user_ids":{"user_id":"ann"}},{"organization_ids":{"organization_id":"anna"}}]}""", (await Api.Get("/api/v3/search/accounts?query=ann")).Text);
        Assert.Equal("""{"account_ids":[{"user_ids":{"user_id":"ann"}}]}""", (await Api.Get("/api/v3/search/accounts?query=ann&only_users=true")).Text);
        Assert.Equal("""{"account_ids":[{"user_ids":{"user_id":"emulator-user"}}]}""", (await Api.Get("/api/v3/applications/app1/collaborators/search")).Text);
        Assert.Equal(2, (await Api.Get("/api/v3/applications/app1/collaborators/search?complement_collaborators=true")).Json["account_ids"]!.AsArray().Count);
    }
}
