using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>What a tenant starts with: application <c>app1</c> with device <c>dev1</c> on all four servers.</summary>
internal static class SeedData
{
    public static void Fill(Tenant tenant, string userId, string now)
    {
        var owner = new JsonObject { ["user_ids"] = new JsonObject { ["user_id"] = userId } };
        tenant.Applications.Add(Application(owner, now), owner);
        tenant.IdentityServer.Put(Device(now, new JsonObject
        {
            ["name"] = "Soil monitor 1",
            ["description"] = "Moisture and temperature at the north gate",
            ["locations"] = new JsonObject { ["user"] = new JsonObject { ["latitude"] = 52.37, ["longitude"] = 4.89, ["altitude"] = 12, ["source"] = "SOURCE_REGISTRY" } },
            ["network_server_address"] = "localhost",
            ["application_server_address"] = "localhost",
            ["join_server_address"] = "localhost",
        }));
        tenant.NetworkServer.Put(Device(now, new JsonObject
        {
            ["supports_join"] = true,
            ["lorawan_version"] = "MAC_V1_0_3",
            ["lorawan_phy_version"] = "PHY_V1_0_3_REV_A",
            ["frequency_plan_id"] = "EU_863_870_TTN",
        }));
        tenant.ApplicationServer.Put(Device(now, []));
        tenant.JoinServer.Put(Device(now, new JsonObject
        {
            ["network_server_address"] = "localhost",
            ["application_server_address"] = "localhost",
            ["root_keys"] = new JsonObject { ["app_key"] = new JsonObject { ["key"] = "000102030405060708090A0B0C0D0E0F" } },
        }));
    }

    private static JsonObject Application(JsonObject owner, string now) => new()
    {
        ["ids"] = new JsonObject { ["application_id"] = "app1" },
        ["created_at"] = now,
        ["updated_at"] = now,
        ["name"] = "Soil monitors",
        ["description"] = "Started with the emulator",
        ["administrative_contact"] = owner.Copy(),
        ["technical_contact"] = owner.Copy(),
    };

    private static JsonObject Device(string now, JsonObject fields)
    {
        fields["ids"] = new JsonObject
        {
            ["device_id"] = "dev1",
            ["application_ids"] = new JsonObject { ["application_id"] = "app1" },
            ["dev_eui"] = "70B3D57ED0000001",
            ["join_eui"] = "70B3D57ED0000000",
        };
        fields["created_at"] = now;
        fields["updated_at"] = now;
        return fields;
    }
}
