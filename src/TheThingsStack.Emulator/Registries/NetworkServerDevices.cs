using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Hosting;
using TheThingsStack.Emulator.Schema;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>End devices on the Network Server.</summary>
internal sealed class NetworkServerDevices(ApiReference reference) : ServerDeviceRegistry(reference, "Ns", "pkg/networkserver", t => t.NetworkServer)
{
    private static readonly string[] Needed = ["frequency_plan_id", "lorawan_phy_version", "lorawan_version"];
    private static readonly string[] NeededWithoutJoin = ["session.dev_addr", "session.keys.f_nwk_s_int_key.key"];
    private static readonly string[] Unchangeable = ["supports_join", "multicast"];
    private static readonly string[] ForgottenAlways = ["mac_state", "pending_mac_state", "pending_session", "power_state", "battery_percentage", "downlink_margin", "last_dev_status_received_at"];
    private static readonly string[] ForgottenCounters = ["last_f_cnt_up", "last_n_f_cnt_down", "last_a_f_cnt_down", "last_conf_f_cnt_down"];
    private static readonly string[] OlderVersions = ["MAC_V1_0", "MAC_V1_0_1", "MAC_V1_0_2", "MAC_V1_0_3", "MAC_V1_0_4"];

    public override void AddTo(Handlers handlers)
    {
        base.AddTo(handlers);
        handlers.Add("NsEndDeviceRegistry/ResetFactoryDefaults", Reset);
    }

    protected override void Check(JsonObject body, JsonObject device, JsonObject? stored)
    {
        foreach (var path in device.Flag("supports_join") || device.Flag("multicast") ? Needed : [.. Needed, .. NeededWithoutJoin])
        {
            if (device.At(path) is null)
                throw InvalidField(path);
        }

        foreach (var path in Unchangeable)
        {
            if (stored is not null && stored.Flag(path) != device.Flag(path))
                throw InvalidField(path);
        }
    }

    /// <summary>The address of the session identifies the device; before LoRaWAN 1.1 the three session keys of the network are one.</summary>
    protected override void Complete(JsonObject device)
    {
        if (device.At("session.dev_addr") is { } address)
            device.Object("ids")!["dev_addr"] = address.DeepClone();
        if (OlderVersions.Contains(device.Text("lorawan_version")) && device.At("session.keys.f_nwk_s_int_key") is { } key)
        {
            foreach (var copy in (string[])["nwk_s_enc_key", "s_nwk_s_int_key"])
                device.Object("session.keys")![copy] = key.DeepClone();
        }
    }

    /// <summary>Puts the device back to where a join or a new session begins; what was registered stays.</summary>
    private JsonObject Reset(Call call)
    {
        var device = Find(call, call.Request.Object("end_device_ids")!).Copy();
        foreach (var field in ForgottenAlways)
            device.Remove(field);
        if (device.Flag("supports_join"))
            device.Remove("session");
        else if (device.Object("session") is { } session)
            Restart(session, call.Now);
        device["updated_at"] = call.Now;
        var answer = call.Answer(Type, device);
        call.Tenant.NetworkServer.Put(device);
        PublishUpdate(call, device, call.Paths);
        return answer;
    }

    private static void Restart(JsonObject session, string now)
    {
        foreach (var counter in ForgottenCounters)
            session.Remove(counter);
        session["started_at"] = now;
    }

    private ApiException InvalidField(string field) => Invalid("field_value", "invalid value of field `{field}`").With("field", field).Raise();
}
