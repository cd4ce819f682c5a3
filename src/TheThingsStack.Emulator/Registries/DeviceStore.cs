using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>The end devices that one server of a tenant knows.</summary>
internal sealed class DeviceStore
{
    private readonly SortedDictionary<string, SortedDictionary<string, JsonObject>> _applications = new(StringComparer.Ordinal);

    // Each registration asks for the pair of EUIs: a fleet is registered in the time that its size takes, not the square of it.
    private readonly Dictionary<(string JoinEui, string DevEui), JsonObject> _byEuis = [];

    public JsonObject? Find(string applicationId, string deviceId) =>
        _applications.TryGetValue(applicationId, out var devices) ? devices.GetValueOrDefault(deviceId) : null;

    public void Put(JsonObject device)
    {
        var applicationId = device.Text("ids.application_ids.application_id");
        if (!_applications.TryGetValue(applicationId, out var devices))
            _applications[applicationId] = devices = new(StringComparer.Ordinal);
        var deviceId = device.Text("ids.device_id");
        if (devices.TryGetValue(deviceId, out var before))
            Forget(before);
        devices[deviceId] = device;
        if (Euis(device) is { } euis)
            _byEuis[euis] = device;
    }

    public bool Remove(string applicationId, string deviceId)
    {
        if (!_applications.TryGetValue(applicationId, out var devices) || !devices.Remove(deviceId, out var device))
            return false;
        Forget(device);
        return true;
    }

    /// <summary>The devices of an application, by their identifiers.</summary>
    public IReadOnlyCollection<JsonObject> In(string applicationId) =>
        _applications.TryGetValue(applicationId, out var devices) ? devices.Values : [];

    /// <summary>Another device with the same pair of EUIs; a device without both has no twin.</summary>
    public JsonObject? Twin(JsonObject device) =>
        Euis(device) is { } euis && _byEuis.TryGetValue(euis, out var other) && !IsSame(other, device) ? other : null;

    private void Forget(JsonObject device)
    {
        if (Euis(device) is { } euis && _byEuis.TryGetValue(euis, out var owner) && IsSame(owner, device))
            _byEuis.Remove(euis);
    }

    private static (string JoinEui, string DevEui)? Euis(JsonObject device)
    {
        var (joinEui, devEui) = (device.Text("ids.join_eui"), device.Text("ids.dev_eui"));
        return joinEui.Length == 0 || devEui.Length == 0 ? null : (joinEui, devEui);
    }

    private static bool IsSame(JsonObject one, JsonObject other) =>
        one.Text("ids.device_id") == other.Text("ids.device_id")
        && one.Text("ids.application_ids.application_id") == other.Text("ids.application_ids.application_id");
}
