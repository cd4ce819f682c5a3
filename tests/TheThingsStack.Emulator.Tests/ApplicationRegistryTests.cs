using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

public sealed class ApplicationRegistryTests : EmulatorTest
{
    private const string Route = "/api/v3/applications/app2";

    [Theory]
    [InlineData("/api/v3/users/emulator-user/applications", """{"user_ids":{"user_id":"emulator-user"}}""")]
    [InlineData("/api/v3/organizations/org1/applications", """{"organization_ids":{"organization_id":"org1"}}""")]
    public async Task Create_ByAnOwner_StoresAllOfIt(string route, string owner)
    {
        await Api.Post("/api/v3/users/emulator-user/organizations", """{"organization":{"ids":{"organization_id":"org1"}}}""");
        var created = await Api.Post(route, Body.Application("""{"ids":{"application_id":"app2"},"name":"Second","attributes":{"key":"value"}}"""));
        var listed = await Api.Get($"{route}?field_mask=name,attributes,technical_contact");

        Assert.Equal(200, created.Status);
        Assert.Equal(owner, created.Json["technical_contact"]!.ToJsonString());
        Assert.Equal("Second", created.Json["name"]!.GetValue<string>());
        Assert.Equal("value", listed.Json["applications"]!.AsArray().Last()!["attributes"]!["key"]!.GetValue<string>());
        Assert.Equal(listed.Json["applications"]!.AsArray().Count, int.Parse(listed.Header("X-Total-Count")!));
    }

    [Fact]
    public async Task Create_WithIdThatExists_IsAConflict()
    {
        var answer = await Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"app1"}}"""));

        Assert.Equal(409, answer.Status);
        Assert.Equal(6, answer.Json["code"]!.GetValue<int>());
        Assert.Equal("id_taken", answer.Detail!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_WithReservedId_IsRefused()
    {
        var answer = await Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"test"}}"""));

        Assert.Equal(400, answer.Status);
        Assert.Equal("pkg/identityserver/blocklist:forbidden_id", answer.ErrorName);
    }

    [Fact]
    public async Task Get_OfUnknown_NamesTheApplication()
    {
        var answer = await Api.Get("/api/v3/applications/none1");

        Assert.Equal(404, answer.Status);
        Assert.Equal(5, answer.Json["code"]!.GetValue<int>());
        Assert.Equal("application_not_found", answer.Detail!["name"]!.GetValue<string>());
        Assert.Equal("none1", answer.Detail["attributes"]!["application_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Get_WithoutMask_ReturnsImplicitFieldsOnly() =>
        Assert.Equal(["created_at", "ids", "updated_at"], (await Api.Get("/api/v3/applications/app1")).Json.Select(p => p.Key).Order());

    [Fact]
    public async Task Update_WithMask_SetsAndClears()
    {
        var updated = await Api.Put("/api/v3/applications/app1", Body.Application("""{"name":"Renamed"}""", "name", "description"));
        var stored = await Api.Get("/api/v3/applications/app1?field_mask=name,description,technical_contact");

        Assert.Equal(["created_at", "ids", "name", "updated_at"], updated.Json.Select(p => p.Key).Order());
        Assert.Equal("Renamed", stored.Json["name"]!.GetValue<string>());
        Assert.Null(stored.Json["description"]);
        Assert.NotNull(stored.Json["technical_contact"]);
    }

    [Fact]
    public async Task Update_ThatFails_ChangesNothing()
    {
        var failed = await Api.Put("/api/v3/applications/app1", Body.Application(
            """{"name":"Renamed","administrative_contact":{"organization_ids":{"organization_id":"org1"}}}""",
            "administrative_contact.ids.organization_ids.organization_id",
            "name"));

        Assert.Equal(500, failed.Status);
        Assert.Equal("Soil monitors", (await Api.Get("/api/v3/applications/app1?field_mask=name")).Json["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Delete_Then_RestoreAndPurge_FollowTheServer()
    {
        await Create();
        Assert.Equal("{}", (await Api.Delete(Route)).Text);
        Assert.Equal(404, (await Api.Get(Route)).Status);
        Assert.Equal(409, (await Create()).Status);
        Assert.Equal("app2", (await Api.Get("/api/v3/applications?deleted=true")).Json["applications"]![0]!["ids"]!["application_id"]!.GetValue<string>());

        Assert.Equal("{}", (await Api.Send(HttpMethod.Post, $"{Route}/restore")).Text);
        Assert.Equal(200, (await Api.Get(Route)).Status);
        Assert.Equal(404, (await Api.Send(HttpMethod.Post, $"{Route}/restore")).Status);

        Assert.Equal("{}", (await Api.Delete($"{Route}/purge")).Text);
        Assert.Equal(404, (await Api.Delete($"{Route}/purge")).Status);
        Assert.Equal(200, (await Create()).Status);
    }

    [Fact]
    public async Task Delete_WithDevices_IsRefused()
    {
        var answer = await Api.Delete("/api/v3/applications/app1");

        Assert.Equal(400, answer.Status);
        Assert.Equal(9, answer.Json["code"]!.GetValue<int>());
        Assert.Equal(1, answer.Detail!["attributes"]!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task List_OfNobody_IsAnEmptyObject()
    {
        var answer = await Api.Get("/api/v3/users/nobody/applications");

        Assert.Equal("{}", answer.Text);
        Assert.Equal("0", answer.Header("X-Total-Count"));
    }

    [Fact]
    public async Task Search_ByName_ReturnsTheNameToo()
    {
        await Create();

        var answer = await Api.Get("/api/v3/search/applications?name_contains=SECOND");

        Assert.Equal("Second", Assert.Single(answer.Json["applications"]!.AsArray())!["name"]!.GetValue<string>());
    }

    private Task<Answer> Create() => Api.Post("/api/v3/users/emulator-user/applications", Body.Application("""{"ids":{"application_id":"app2"},"name":"Second"}"""));
}
