using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class CollaboratorTests : EmulatorTest
{
    private const string Route = "/api/v3/applications/app1/collaborators";

    [Theory]
    [InlineData("applications/app1", "collaborator", "RIGHT_APPLICATION_INFO")]
    [InlineData("gateways/gtw1", "collaborators", "RIGHT_GATEWAY_INFO")]
    [InlineData("clients/cli1", "collaborators", "RIGHT_CLIENT_INFO")]
    [InlineData("organizations/org1", "collaborators", "RIGHT_ORGANIZATION_INFO")]
    public async Task Collaborator_OnEveryEntity_LivesFromSetToDelete(string entity, string deletion, string right)
    {
        await AddUser("ann");
        await Api.Post("/api/v3/users/emulator-user/gateways", """{"gateway":{"ids":{"gateway_id":"gtw1"}}}""");
        await Api.Post("/api/v3/users/emulator-user/clients", """{"client":{"ids":{"client_id":"cli1"}}}""");
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"}}}""");

        Assert.Equal("pkg/identityserver/store:membership_not_found", (await Api.Get($"/api/v3/{entity}/collaborator/user/ann")).ErrorName);
        Assert.Equal("{}", (await Set(entity, "ann", right)).Text);
        Assert.Equal($$$$"""{"ids":{"user_ids":{"user_id":"ann"}},"rights":["{{{{right}}}}"]}""", (await Api.Get($"/api/v3/{entity}/collaborator/user/ann")).Text);
        var listed = await Api.Get($"/api/v3/{entity}/collaborators?order=id");
        Assert.Equal("2", listed.Header("X-Total-Count"));
        Assert.Equal(["ann", "emulator-user"], listed.Json["collaborators"]!.AsArray().Select(c => c!["ids"]!["user_ids"]!["user_id"]!.GetValue<string>()));
        Assert.Equal("{}", (await Api.Delete($"/api/v3/{entity}/{deletion}/user/ann")).Text);
        Assert.Equal(404, (await Api.Delete($"/api/v3/{entity}/{deletion}/user/ann")).Status);
        Assert.Equal("1", (await Api.Get($"/api/v3/{entity}/collaborators")).Header("X-Total-Count"));
    }

    [Fact]
    public async Task Collaborator_Set_HasTheRightsThatKeyAndMembershipShare()
    {
        await AddUser("ann");
        await Set("applications/app1", "ann", "RIGHT_APPLICATION_DEVICES_READ");
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_ALL");
        using var narrow = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_APPLICATION_INFO");

        Assert.Equal(200, (await ann.Get("/api/v3/applications/app1/devices/dev1")).Status);
        Assert.Equal(403, (await ann.Delete("/api/v3/applications/app1/devices/dev1")).Status);
        Assert.Equal(403, (await narrow.Get("/api/v3/applications/app1/devices/dev1")).Status);
        Assert.Equal("""{"rights":["RIGHT_APPLICATION_DEVICES_READ"]}""", (await ann.Get("/api/v3/applications/app1/rights")).Text);
        Assert.Equal("{}", (await narrow.Get("/api/v3/applications/app1/rights")).Text);
        Assert.Equal("app1", (await ann.Get("/api/v3/applications")).Json["applications"]![0]!["ids"]!["application_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Members_OfAnOrganization_HaveItsRights()
    {
        await AddUser("ann");
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"}}}""");
        using var organization = await Keys.Client(Emulator, Api, "organizations/org1", "RIGHT_APPLICATION_ALL");
        using var ann = await Keys.Client(Emulator, Api, "users/ann", "RIGHT_ALL");
        Assert.Equal(403, (await organization.Get("/api/v3/applications/app1/devices")).Status);

        await Api.Put(Route, """{"collaborator":{"ids":{"organization_ids":{"organization_id":"org1"}},"rights":["RIGHT_APPLICATION_DEVICES_READ","RIGHT_APPLICATION_INFO"]}}""");
        Assert.Equal(200, (await organization.Get("/api/v3/applications/app1/devices")).Status);
        Assert.Equal(403, (await ann.Get("/api/v3/applications/app1/devices")).Status);

        await Set("organizations/org1", "ann", "RIGHT_APPLICATION_DEVICES_READ");
        Assert.Equal(200, (await ann.Get("/api/v3/applications/app1/devices")).Status);
        Assert.Equal(403, (await ann.Get("/api/v3/applications/app1?field_mask=name")).Status);
        Assert.Equal("1", (await ann.Get("/api/v3/applications")).Header("X-Total-Count"));
        Assert.Equal("{}", (await ann.Get("/api/v3/users/ann/applications")).Text);
    }

    [Fact]
    public async Task Rights_OfCollaborators_AreSeenByThoseWhoMayChangeThem()
    {
        using var other = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_INFO");
        using var manager = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_SETTINGS_COLLABORATORS");

        Assert.Null((await other.Get(Route)).Json["collaborators"]![0]!["rights"]);
        Assert.NotNull((await manager.Get(Route)).Json["collaborators"]![0]!["rights"]);
        Assert.Equal(403, (await other.Get("/api/v3/applications/app1/collaborator/user/emulator-user")).Status);
    }

    [Fact]
    public async Task Owner_WhoIsTheLast_StaysOwner()
    {
        await AddUser("ann");

        Assert.Equal("pkg/identityserver:application_needs_collaborator", (await Set("applications/app1", "emulator-user", "RIGHT_APPLICATION_INFO")).ErrorName);
        Assert.Equal(400, (await Api.Delete("/api/v3/applications/app1/collaborator/user/emulator-user")).Status);
        await Set("applications/app1", "ann", "RIGHT_APPLICATION_ALL");
        Assert.Equal(200, (await Api.Delete("/api/v3/applications/app1/collaborator/user/emulator-user")).Status);
    }

    [Fact]
    public async Task Set_WithRightsThatTheCallerLacks_IsRefused()
    {
        await AddUser("ann");
        using var manager = await Keys.Client(Emulator, Api, "applications/app1", "RIGHT_APPLICATION_SETTINGS_COLLABORATORS", "RIGHT_APPLICATION_INFO");
        const string info = """{"collaborator":{"ids":{"user_ids":{"user_id":"ann"}},"rights":["RIGHT_APPLICATION_INFO"]}}""";

        Assert.Equal(403, (await manager.Put(Route, info.Replace("INFO", "DELETE", StringComparison.Ordinal))).Status);
        Assert.Equal(200, (await manager.Put(Route, info)).Status);
        await Set("applications/app1", "ann", "RIGHT_APPLICATION_DELETE");
        Assert.Equal(403, (await manager.Put(Route, info)).Status);
        Assert.Equal(200, (await manager.Put(Route, """{"collaborator":{"ids":{"user_ids":{"user_id":"ann"}}}}""")).Status);
    }

    [Theory]
    [InlineData("applications/app1", """{"user_ids":{"user_id":"nobody"}}""", 404, "pkg/identityserver/store:user_not_found")]
    [InlineData("applications/app1", """{"organization_ids":{"organization_id":"nobody"}}""", 404, "pkg/identityserver/store:organization_not_found")]
    [InlineData("organizations/org1", """{"organization_ids":{"organization_id":"org1"}}""", 400, "pkg/identityserver:nested_organizations")]
    [InlineData("applications/app9", """{"user_ids":{"user_id":"emulator-user"}}""", 404, "pkg/identityserver/store:application_not_found")]
    public async Task Set_OfOrOnWhatCannotBe_IsRefused(string entity, string ids, int status, string error)
    {
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"}}}""");

        var answer = await Api.Put($"/api/v3/{entity}/collaborators", $$$$"""{"collaborator":{"ids":{{{{ids}}}},"rights":["RIGHT_ALL"]}}""");

        Assert.Equal(status, answer.Status);
        Assert.Equal(error, answer.ErrorName);
    }

    private Task<Answer> AddUser(string id) =>
        Api.Post("/api/v3/users", $$$$"""{"user":{"ids":{"user_id":"{{{{id}}}}"},"primary_email_address":"{{{{id}}}}@example.com","password":"Secret123","state":"STATE_APPROVED"}}""");

    private Task<Answer> Set(string entity, string user, string right) =>
        Api.Put($"/api/v3/{entity}/collaborators", $$$$"""{"collaborator":{"ids":{"user_ids":{"user_id":"{{{{user}}}}"}},"rights":["{{{{right}}}}"]}}""");
}
