using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Registries;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Which identifiers can be registered, for every kind of entity.</summary>
public sealed class ReservedIdTests(SharedEmulator emulator) : IClassFixture<SharedEmulator>
{
    public static TheoryData<string, string> Kinds => new()
    {
        { "applications", "application" }, { "gateways", "gateway" }, { "clients", "client" }, { "organizations", "organization" }, { "users", "user" }, { "devices", "end_device" },
    };

    [Fact]
    public void List_Always_HasAllOfTheServers()
    {
        Assert.Equal(731, ReservedIds.All.Count);
        Assert.Superset(new HashSet<string> { "test", "device", "devices", "batch", "search", "app", "admin" }, ReservedIds.All.ToHashSet());
        Assert.All(ReservedIds.All, id => Assert.Matches(@"^[a-z0-9](?:[-]?[a-z0-9]){1,}\z", id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Id_Reserved_IsRefused(string list, string kind)
    {
        foreach (var id in (string[])["batch", "your-username", "about"])
        {
            var answer = await Create(list, kind, id);
            Assert.Equal(400, answer.Status);
            Assert.Equal("pkg/identityserver/blocklist:forbidden_id", answer.ErrorName);
            Assert.Equal(id, answer.Detail!["attributes"]!["id"]!.GetValue<string>());
        }

        Assert.Equal(200, (await Create(list, kind, $"about-{kind.Replace('_', '-')}")).Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Id_OutsideThePattern_IsRefused(string list, string kind)
    {
        foreach (var id in (string[])["Upper1", "a", "under_score", "-dash", "dash-", "two--dashes", "line\n", new string('a', 37)])
            Assert.Equal("pkg/errors:validation", (await Create(list, kind, id)).ErrorName);
        Assert.Equal(kind == "user" ? 200 : 400, (await Create(list, kind, "ab")).Status);
        Assert.Equal(200, (await Create(list, kind, $"{kind[0]}{new string('a', 35)}")).Status);
    }

    private Task<Answer> Create(string list, string kind, string id)
    {
        var field = kind == "end_device" ? "device_id" : $"{kind}_id";
        var entity = new JsonObject { ["ids"] = new JsonObject { [field] = id }, ["primary_email_address"] = "a@example.com", ["password"] = "Secret123" };
        var route = kind switch { "end_device" => "applications/app1/devices", "user" => "users", _ => $"users/emulator-user/{list}" };
        return emulator.Api.Post($"/api/v3/{route}", new JsonObject { [kind] = entity }.ToJsonString());
    }
}
