using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Access;
using TheThingsStack.Emulator.Entities;

namespace TheThingsStack.Emulator.Registries;

/// <summary>What a tenant starts with.</summary>
internal static class SeedData
{
    private const string DevAddr = "26011F00";

    /// <summary>The administrator that the emulator's API key belongs to.</summary>
    public static void AddAdministrator(Tenant tenant, ApiKey key, string now)
    {
        tenant.ApiKeys.Put(key);
        tenant.Entities(EntityKind.User).Put(new JsonObject
        {
            ["ids"] = new JsonObject { ["user_id"] = key.Owner.Id },
            ["created_at"] = now,
            ["updated_at"] = now,
            ["name"] = "Emulator",
            ["primary_email_address"] = "emulator@example.com",
            ["primary_email_address_validated_at"] = now,
            ["state"] = "STATE_APPROVED",
            ["admin"] = true,
        });
    }

    /// <summary>Application <c>app1</c> with device <c>dev1</c> on all four servers. The device has joined.</summary>
    public static void AddApplication(Tenant tenant, EntityId owner, string now)
    {
        tenant.Applications.Put(Application(owner, now));
        tenant.Memberships.Set(EntityId.Application("app1"), owner, [Rights.Everything]);
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
            ["session"] = Session(now, "f_nwk_s_int_key", "s_nwk_s_int_key", "nwk_s_enc_key"),
        }, DevAddr));
        tenant.ApplicationServer.Put(Device(now, new JsonObject { ["session"] = Session(now, "app_s_key") }, DevAddr));
        tenant.JoinServer.Put(Device(now, new JsonObject
        {
            ["network_server_address"] = "localhost",
            ["application_server_address"] = "localhost",
            ["root_keys"] = new JsonObject { ["app_key"] = Key("000102030405060708090A0B0C0D0E0F") },
        }));
    }

    private static JsonObject Application(EntityId owner, string now) => new()
    {
        ["ids"] = new JsonObject { ["application_id"] = "app1" },
        ["created_at"] = now,
        ["updated_at"] = now,
        ["name"] = "Soil monitors",
        ["description"] = "Started with the emulator",
        ["administrative_contact"] = owner.ToIdentifiers(),
        ["technical_contact"] = owner.ToIdentifiers(),
    };

    private static JsonObject Session(string now, params string[] keys)
    {
        var envelopes = new JsonObject { ["session_key_id"] = "AYfg8rhha5n+FWx0ZaAprA==" };
        foreach (var key in keys)
            envelopes[key] = Key("0F0E0D0C0B0A09080706050403020100");
        return new JsonObject { ["dev_addr"] = DevAddr, ["keys"] = envelopes, ["started_at"] = now };
    }

    private static JsonObject Key(string key) => new() { ["key"] = key };

    private static JsonObject Device(string now, JsonObject fields, string? devAddr = null)
    {
        var ids = new JsonObject
        {
            ["device_id"] = "dev1",
            ["application_ids"] = new JsonObject { ["application_id"] = "app1" },
            ["dev_eui"] = "70B3D57ED0000001",
            ["join_eui"] = "70B3D57ED0000000",
        };
        if (devAddr is not null)
            ids["dev_addr"] = devAddr;
        (fields["ids"], fields["created_at"], fields["updated_at"]) = (ids, now, now);
        return fields;
    }
}
