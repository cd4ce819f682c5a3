using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>Every RPC that asks for rights, called without each of them and with all.</summary>
public sealed class RequiredRightsTests(RequiredRightsTests.Emulator emulator) : IClassFixture<RequiredRightsTests.Emulator>
{
    private static readonly ApiReference Reference = ApiReference.Default;

    /// <summary>What stands in the braces of routes.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["application_id"] = "app1",
        ["device_id"] = "dev1",
        ["gateway_id"] = "gtw1",
        ["organization_id"] = "org1",
        ["client_id"] = "cli1",
        ["user_id"] = "ann",
        ["type"] = "uplink_message",
        ["f_port"] = "7",
    };

    /// <summary>Bodies of requests that would not be accepted empty.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["EndDeviceRegistry/Create"] = """{"end_device":{"ids":{"device_id":"dev1"}}}""",
        ["AppAs/SimulateUplink"] = """{"service_data":{"service":"x"}}""",
        ["As/SetLink"] = """{"link":{}}""",
        ["ApplicationWebhookRegistry/Set"] = """{"webhook":{"base_url":"https://example.com","format":"json"}}""",
        ["ApplicationPubSubRegistry/Set"] = """{"pubsub":{"format":"json","nats":{"server_url":"nats://example.com"}}}""",
        ["ApplicationPackageRegistry/SetAssociation"] = """{"association":{"package_name":"alcsync-v1"}}""",
        ["ApplicationPackageRegistry/SetDefaultAssociation"] = """{"default":{"package_name":"alcsync-v1"}}""",
        ["UserRegistry/Update"] = """{"user":{"name":"Ann"},"field_mask":{"paths":["name"]}}""",
    };

    public static TheoryData<string> Rpcs => new(RequiredRights.Rpcs);

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task Rpc_WithoutEachOfItsRights_IsRefusedAndWithAllIsNot(string rpc)
    {
        var (kind, rights) = RequiredRights.Find(rpc)!.Value;
        var all = Rights.All.Where(r => r.StartsWith(kind.RightPrefix, StringComparison.Ordinal) && r != kind.Right("ALL") && r != kind.Right("LINK")).ToArray();

        foreach (var missing in rights)
        {
            var refused = await Call(kind, rpc, all.Except([missing]));
            Assert.True(refused.Status == 403, $"{rpc} without {missing}: {refused.Text}");
            Assert.Equal($"pkg/auth/rights:insufficient_{kind}_rights", refused.ErrorName);
            Assert.Equal($"[\"{missing}\"]", refused.Detail!["attributes"]!["missing"]!.ToJsonString());
        }

        var accepted = await Call(kind, rpc, all);
        Assert.True(accepted.Status is not (401 or 403), $"{rpc} with all rights: {accepted.Text}");
        Assert.False(accepted.Status == 400 && accepted.ErrorName == "pkg/errors:validation", $"{rpc} never got that far: {accepted.Text}");
        var anonymous = await Send(emulator.Anonymous, rpc);
        Assert.Equal($"pkg/auth/rights:no_{kind}_rights", anonymous.ErrorName);
    }

    [Fact]
    public void Handlers_Always_AreOfRpcsThatThereAre()
    {
        var implemented = TheThingsStackEmulator.Implemented(Reference).Rpcs.ToArray();

        Assert.All(implemented, r => Assert.Contains(r, Reference.Rpcs.Keys));
        Assert.All(RequiredRights.Rpcs, r => Assert.Contains(r, implemented));
    }

    private async Task<Answer> Call(EntityKind kind, string rpc, IEnumerable<string> rights)
    {
        await emulator.Api.Send(HttpMethod.Post, "/api/v3/users/ann/restore");
        if (kind == EntityKind.User)
        {
            using var user = await Keys.Client(emulator.Instance, emulator.Api, "users/ann", [.. rights]);
            return await Send(user, rpc);
        }

        await emulator.SetRights(kind, rights);
        return await Send(emulator.Ann, rpc);
    }

    private static async Task<Answer> Send(ApiClient client, string rpc)
    {
        var operation = Reference.Operations.Where(o => o.Rpc.Name == rpc).MaxBy(o => o.Template.Parameters.Count())!;
        var path = operation.Template.Text;
        foreach (var parameter in operation.Template.Parameters)
            path = path.Replace($"{{{parameter}}}", Values.GetValueOrDefault(parameter.Split('.')[^1], "value1"), StringComparison.Ordinal);
        if (rpc.Contains("Batch", StringComparison.Ordinal))
            path += "?device_ids=dev9";
        return await client.Send(new HttpMethod(operation.Method), "/api/v3" + path, operation.HasBody ? BodyOf(rpc) : null);
    }

    private static string BodyOf(string rpc)
    {
        if (rpc.EndsWith("/CreateAPIKey", StringComparison.Ordinal))
            return $"{{\"rights\":[\"RIGHT_{rpc.Split("Access")[0].ToUpperInvariant()}_INFO\"]}}";
        if (rpc.EndsWith("/SetCollaborator", StringComparison.Ordinal))
            return $"{{\"collaborator\":{{\"ids\":{{\"user_ids\":{{\"user_id\":\"bob\"}}}},\"rights\":[\"RIGHT_{rpc.Split("Access")[0].ToUpperInvariant()}_INFO\"]}}}}";
        return Bodies.GetValueOrDefault(rpc, "{}");
    }

    /// <summary>An emulator with one entity of every kind, all owned by the administrator, and user ann, who gets the rights to test.</summary>
    public sealed class Emulator : IAsyncLifetime
    {
        private ApiClient? _ann;
        private ApiClient? _anonymous;
        private ApiClient? _api;
        private TheThingsStackEmulator? _emulator;

        internal TheThingsStackEmulator Instance => _emulator!;

        internal ApiClient Api => _api!;

        internal ApiClient Ann => _ann!;

        internal ApiClient Anonymous => _anonymous!;

        public async Task InitializeAsync()
        {
            _emulator = await TheThingsStackEmulator.StartAsync();
            _api = new ApiClient(_emulator);
            _anonymous = new ApiClient(_emulator) { Authorization = null };
            foreach (var user in (string[])["ann", "bob"])
                await _api.Post("/api/v3/users", $$$$"""{"user":{"ids":{"user_id":"{{{{user}}}}"},"primary_email_address":"a@example.com","password":"Secret123","state":"STATE_APPROVED"}}""");
            _ann = await Keys.Client(_emulator, _api, "users/ann", "RIGHT_ALL");
        }

        public async Task DisposeAsync()
        {
            _api!.Dispose();
            _ann!.Dispose();
            _anonymous!.Dispose();
            await _emulator!.DisposeAsync();
        }

        /// <summary>Makes ann a collaborator with these rights on the entity, which is there whatever was done to it before.</summary>
        internal async Task SetRights(EntityKind kind, IEnumerable<string> rights)
        {
            var id = Values[kind.IdField];
            await Api.Send(HttpMethod.Post, $"/api/v3/{kind.ListField}/{id}/restore");
            await Api.Post($"/api/v3/users/emulator-user/{kind.ListField}", new JsonObject { [kind.Name] = new JsonObject { ["ids"] = new JsonObject { [kind.IdField] = id } } }.ToJsonString());
            var collaborator = new JsonObject { ["ids"] = new JsonObject { ["user_ids"] = new JsonObject { ["user_id"] = "ann" } }, ["rights"] = new JsonArray([.. rights.Select(r => JsonValue.Create(r))]) };
            var answer = await Api.Put($"/api/v3/{kind.ListField}/{id}/collaborators", new JsonObject { ["collaborator"] = collaborator }.ToJsonString());
            Assert.True(answer.Status == 200, answer.Text);
        }
    }
}
