using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>End devices on the Identity Server.</summary>
public sealed class EndDeviceRegistryTests : EmulatorTest
{
    private const string Devices = "/api/v3/applications/app1/devices";

    [Fact]
    public async Task Create_Always_IgnoresAMaskAndWhatOtherServersHold()
    {
        var answer = await Api.Post(Devices, Body.Device(Body.NewDevice("new1", "0000000000000001", more: """{"name":"N","supports_join":true,"frequency_plan_id":"EU_863_870_TTN"}"""), "no_such_field"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(["created_at", "ids", "name", "updated_at"], answer.Json.Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Create_WithIdThatExists_IsAConflict() =>
        Assert.Equal("id_taken", Name(await Api.Post(Devices, Body.Device(Body.NewDevice("dev1"))), 409));

    [Fact]
    public async Task Create_WithEuisThatExist_NamesTheOtherDevice()
    {
        var answer = await Api.Post(Devices, Body.Device(Body.NewDevice("new1", "70B3D57ED0000001", "70B3D57ED0000000")));

        Assert.Equal("end_device_euis_taken", Name(answer, 409));
        Assert.Equal("dev1", answer.Detail!["attributes"]!["device_id"]!.GetValue<string>());
        Assert.Equal(200, (await Api.Post(Devices, Body.Device(Body.NewDevice("new1", "70B3D57ED0000001", "70B3D57ED00000FF")))).Status);
    }

    [Fact]
    public async Task Create_WithoutEuis_IsNoConflict()
    {
        Assert.Equal(200, (await Api.Post(Devices, Body.Device(Body.NewDevice("new1")))).Status);
        Assert.Equal(200, (await Api.Post(Devices, Body.Device(Body.NewDevice("new2")))).Status);
    }

    [Fact]
    public async Task Create_InUnknownApplication_IsNotFound() =>
        Assert.Equal("application_not_found", Name(await Api.Post("/api/v3/applications/none1/devices", Body.Device(Body.NewDevice("new1"))), 404));

    [Fact]
    public async Task Create_WithServerThatTheApplicationDoesNotUse_IsRefused()
    {
        await Api.Put("/api/v3/applications/app1", Body.Application("""{"network_server_address":"one.example.com:8884"}""", "network_server_address"));

        var refused = await Api.Post(Devices, Body.Device(Body.NewDevice("new1", more: """{"network_server_address":"two.example.com"}""")));

        Assert.Equal("network_server_address_mismatch", Name(refused, 400));
        Assert.Equal(200, (await Api.Post(Devices, Body.Device(Body.NewDevice("new1", more: """{"network_server_address":"one.example.com"}""")))).Status);
    }

    [Fact]
    public async Task Get_OfUnknown_NamesTheDevice()
    {
        var answer = await Api.Get($"{Devices}/none1");

        Assert.Equal("end_device_not_found", Name(answer, 404));
        Assert.Equal("app1", answer.Detail!["attributes"]!["application_id"]!.GetValue<string>());
        Assert.Equal("none1", answer.Detail["attributes"]!["device_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_WithoutMask_ChangesOnlyTheTimeOfChange()
    {
        var before = (await Api.Get($"{Devices}/dev1")).Json;

        var updated = await Api.Put($"{Devices}/dev1", Body.Device("""{"name":"Ignored"}"""));

        Assert.Equal(["created_at", "ids", "updated_at"], updated.Json.Select(p => p.Key).Order());
        Assert.NotEqual(before["updated_at"]!.GetValue<string>(), updated.Json["updated_at"]!.GetValue<string>());
        Assert.Equal("Soil monitor 1", (await Api.Get($"{Devices}/dev1?field_mask=name")).Json["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_WithMask_SetsAndClears()
    {
        var updated = await Api.Put($"{Devices}/dev1", Body.Device("""{"description":"New","name":"Not masked"}""", "description", "locations"));
        var stored = (await Api.Get($"{Devices}/dev1?field_mask=name,description,locations")).Json;

        Assert.Equal("New", updated.Json["description"]!.GetValue<string>());
        Assert.Equal("Soil monitor 1", stored["name"]!.GetValue<string>());
        Assert.Null(stored["locations"]);
    }

    [Fact]
    public async Task Update_OfAnIdentifier_IsForbidden() =>
        Assert.Equal("field_mask_paths", Name(await Api.Put($"{Devices}/dev1", Body.Device("""{"ids":{"dev_eui":"0000000000000001"}}""", "ids.dev_eui")), 400));

    [Fact]
    public async Task Delete_Then_GetOrDeleteAgain_IsNotFound()
    {
        Assert.Equal("{}", (await Api.Delete($"{Devices}/dev1")).Text);
        Assert.Equal(404, (await Api.Get($"{Devices}/dev1")).Status);
        Assert.Equal(404, (await Api.Delete($"{Devices}/dev1")).Status);
        Assert.Equal(200, (await Api.Get("/api/v3/ns/applications/app1/devices/dev1")).Status);
    }

    [Fact]
    public async Task List_ByPages_CoversAllOnce()
    {
        foreach (var i in Enumerable.Range(2, 6))
            await Api.Post(Devices, Body.Device(Body.NewDevice($"dev{i}", more: $$"""{"name":"Name {{9 - i}}"}""")));

        var first = await Api.Get($"{Devices}?limit=3&page=1&order=-device_id");
        var second = await Api.Get($"{Devices}?limit=3&page=2&order=-device_id");
        var last = await Api.Get($"{Devices}?limit=3&page=3&order=-device_id");
        var beyond = await Api.Get($"{Devices}?limit=3&page=4");

        Assert.Equal(["dev7", "dev6", "dev5", "dev4", "dev3", "dev2", "dev1"], Ids(first).Concat(Ids(second)).Concat(Ids(last)));
        Assert.Equal(["7", "7", "7", "7"], new[] { first, second, last, beyond }.Select(a => a.Header("X-Total-Count")));
        Assert.Equal("{}", beyond.Text);
        Assert.Equal(["dev7", "dev6"], Ids(await Api.Get($"{Devices}?limit=2&order=name&page=0")));
        Assert.Equal("dev1", Ids(await Api.Get($"{Devices}?order=created_at"))[0]);
        Assert.Equal("dev1", Ids(await Api.Get($"{Devices}?order=-created_at"))[^1]);
    }

    [Fact]
    public async Task List_WithoutLimit_ReturnsAHundred()
    {
        foreach (var i in Enumerable.Range(0, 105))
            await Api.Post(Devices, Body.Device(Body.NewDevice($"many{i}")));

        var answer = await Api.Get(Devices);

        Assert.Equal(100, Ids(answer).Length);
        Assert.Equal("106", answer.Header("X-Total-Count"));
    }

    [Fact]
    public async Task List_ByFilter_TakesTheMaskFromTheBody()
    {
        await Api.Post(Devices, Body.Device(Body.NewDevice("later1", more: """{"name":"Later"}""")));
        var since = (await Api.Get($"{Devices}/dev1")).Json["updated_at"]!.GetValue<string>();

        var answer = await Api.Post($"{Devices}/filter", new JsonObject
        {
            ["filters"] = new JsonArray(new JsonObject { ["updated_since"] = since }),
            ["field_mask"] = new JsonObject { ["paths"] = new JsonArray("name") },
        }.ToJsonString());

        Assert.Equal(["later1"], Ids(answer));
        Assert.Equal("Later", answer.Json["end_devices"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Batch_OfSeveral_PassesOverWhatDoesNotExist()
    {
        await Api.Post(Devices, Body.Device(Body.NewDevice("dev2")));

        Assert.Equal(["dev1", "dev2"], Ids(await Api.Get($"{Devices}/batch?device_ids=dev2&device_ids=none1&device_ids=dev1&field_mask=name")));
        Assert.Equal("{}", (await Api.Delete($"{Devices}/batch?device_ids=dev1&device_ids=none1")).Text);
        Assert.Equal(["dev2"], Ids(await Api.Get(Devices)));
    }

    [Theory]
    [InlineData("id_contains=DEV", "dev1,dev2")]
    [InlineData("name_contains=soil", "dev1")]
    [InlineData("dev_eui_contains=7ed0", "dev1")]
    [InlineData("attributes_contain[zone]=nor", "dev2")]
    [InlineData("attributes_contain%5Bzone%5D=nor", "dev2")]
    [InlineData("query=pump", "dev2")]
    [InlineData("query=nothing", "")]
    public async Task Search_ByPartOfAField_FindsDevices(string query, string expected)
    {
        await Api.Post(Devices, Body.Device(Body.NewDevice("dev2", more: """{"name":"Pump","attributes":{"zone":"North"}}""")));

        var answer = await Api.Get($"/api/v3/search/applications/app1/devices?{query}");

        Assert.Equal(expected, string.Join(',', Ids(answer)));
    }

    [Fact]
    public async Task Search_ByName_ReturnsTheNameToo() =>
        Assert.Equal("Soil monitor 1", (await Api.Get("/api/v3/search/applications/app1/devices?name_contains=soil")).Json["end_devices"]![0]!["name"]!.GetValue<string>());

    private static string[] Ids(Answer answer) =>
        [.. (answer.Json["end_devices"]?.AsArray() ?? []).Select(d => d!["ids"]!["device_id"]!.GetValue<string>())];

    private static string Name(Answer answer, int status)
    {
        Assert.Equal(status, answer.Status);
        return answer.Detail!["name"]!.GetValue<string>();
    }
}
