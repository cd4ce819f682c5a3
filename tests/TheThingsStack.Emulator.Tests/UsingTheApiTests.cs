using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Tests.Support;

namespace TheThingsStack.Emulator.Tests;

/// <summary>The requests of the page that users start from, as they are written there.</summary>
public sealed class UsingTheApiTests : EmulatorTest
{
    private const string Mask = "?field_mask=name,description,locations";

    private static readonly (string, string)[] Headers = [("Accept", "application/json"), ("User-Agent", "my-integration / my-integration-version")];

    [Fact]
    public async Task Get_WithMask_ReturnsMaskedAndImplicitFieldsOnly()
    {
        var answer = await Api.Send(HttpMethod.Get, $"/api/v3/applications/app1/devices/dev1{Mask}", null, Headers);

        Assert.Equal(200, answer.Status);
        Assert.Equal(["created_at", "description", "ids", "locations", "name", "updated_at"], answer.Json.Select(p => p.Key).Order());
        Assert.Equal("dev1", answer.Json["ids"]!["device_id"]!.GetValue<string>());
        Assert.Equal(52.37, answer.Json["locations"]!["user"]!["latitude"]!.GetValue<double>());
    }

    [Fact]
    public async Task Get_InTenant_ReturnsThatTenantsDevice()
    {
        using var tenant = new ApiClient(Emulator) { Host = "tenant1.thethings.example.com" };

        var answer = await tenant.Send(HttpMethod.Get, $"/api/v3/applications/app1/devices/dev1{Mask}", null, Headers);

        Assert.Equal(200, answer.Status);
        Assert.Equal("dev1", answer.Json["ids"]!["device_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Events_OfDevice_StartsTheStream()
    {
        const string body = """
            {
                "identifiers":[{
                    "device_ids":{
                        "device_id":"dev1",
                        "application_ids":{"application_id":"app1"}
                    }
                }]
              }
            """;

        using var response = await Api.Open(HttpMethod.Post, "/api/v3/events", body, Headers);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = JsonNode.Parse((await reader.ReadLineAsync())!)!;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("events.stream.start", first["result"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Registration_OnFourServers_StoresWhatEachServerHolds()
    {
        var created = await Api.Send(HttpMethod.Post, "/api/v3/applications/app1/devices", IdentityBody, Headers);
        var network = await Api.Send(HttpMethod.Put, "/api/v3/ns/applications/app1/devices/newdev1", NetworkBody, Headers);
        var application = await Api.Send(HttpMethod.Put, "/api/v3/as/applications/app1/devices/newdev1", ApplicationBody, Headers);
        var join = await Api.Send(HttpMethod.Put, "/api/v3/js/applications/app1/devices/newdev1", JoinBody, Headers);

        Assert.Equal([200, 200, 200, 200], new[] { created, network, application, join }.Select(a => a.Status));
        Assert.Equal("thethings.example.com", created.Json["join_server_address"]!.GetValue<string>());
        Assert.Equal("70B3D57ED005A1B2", created.Json["ids"]!["dev_eui"]!.GetValue<string>());
        Assert.Equal("MAC_V1_0_2", network.Json["lorawan_version"]!.GetValue<string>());
        Assert.Equal("PHY_V1_0_2_REV_B", network.Json["lorawan_phy_version"]!.GetValue<string>());
        Assert.True(network.Json["supports_join"]!.GetValue<bool>());
        Assert.Equal(["created_at", "ids", "updated_at"], application.Json.Select(p => p.Key).Order());
        Assert.Equal("8AFE71A145B253E49C3031AD068277A1", join.Json["root_keys"]!["app_key"]!["key"]!.GetValue<string>());
    }

    private const string IdentityBody = """
        {
            "end_device": {
              "ids": { "device_id": "newdev1", "dev_eui": "70b3d57ed005a1b2", "join_eui": "0000000000000001" },
              "join_server_address": "thethings.example.com",
              "network_server_address": "thethings.example.com",
              "application_server_address": "thethings.example.com"
            },
            "field_mask": {
              "paths": [ "join_server_address", "network_server_address", "application_server_address", "ids.dev_eui", "ids.join_eui" ]
            }
          }
        """;

    private const string NetworkBody = """
        {
            "end_device": {
              "supports_join": true,
              "lorawan_version": "1.0.2",
              "ids": { "device_id": "newdev1", "dev_eui": "70B3D57ED005A1B2", "join_eui": "0000000000000001" },
              "lorawan_phy_version": "1.0.2-b",
              "frequency_plan_id": "EU_863_870_TTN"
            },
            "field_mask": {
              "paths": [ "supports_join", "lorawan_version", "ids.device_id", "ids.dev_eui", "ids.join_eui", "lorawan_phy_version", "frequency_plan_id" ]
            }
          }
        """;

    private const string ApplicationBody = """
        {
            "end_device": { "ids": { "device_id": "newdev1", "dev_eui": "70B3D57ED005A1B2", "join_eui": "0000000000000001" } },
            "field_mask": { "paths": [ "ids.device_id", "ids.dev_eui", "ids.join_eui" ] }
          }
        """;

    private const string JoinBody = """
        {
            "end_device": {
              "ids": { "device_id": "newdev1", "dev_eui": "70B3D57ED005A1B2", "join_eui": "0000000000000001" },
              "network_server_address": "thethings.example.com",
              "application_server_address": "thethings.example.com",
              "root_keys": { "app_key": { "key": "8AFE71A145B253E49C3031AD068277A1" } }
            },
            "field_mask": {
              "paths": [ "network_server_address", "application_server_address", "ids.device_id", "ids.dev_eui", "ids.join_eui", "root_keys.app_key.key" ]
            }
          }
        """;
}
