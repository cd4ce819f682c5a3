using System.Text.Json.Nodes;
using TheThingsStack.Emulator.Wire;

namespace TheThingsStack.Emulator.Registries;

/// <summary>The end devices that one server of a tenant knows.</summary>
internal sealed class DeviceStore
{
    private readonly SortedDictionary<string, SortedDictionary<string, JsonObject>> _applications = new(StringComparer.Ordinal);

    public JsonObject? Find(string applicationId, string deviceId) =>
        _applications.TryGetValue(applicationId, out var devices) ? devices.GetValueOrDefault(deviceId) : null;

    public void Put(JsonObject device)
    {
        var applicationId = device.Text("ids.application_ids.application_id");
        if (!_applications.TryGetValue(applicationId, out var devices))
            _applications[applicationId] = devices = new(StringComparer.Ordinal);
        devices[device.Text("ids.device_id")] = device;
    }

    public bool Remove(string applicationId, string deviceId) =>
        _applications.TryGetValue(applicationId, out var devices) && devices.Remove(deviceId);

    /// <summary>The devices of an application, by their identifiers.</summary>
    public IReadOnlyCollection<JsonObject> In(string applicationId) =>
        _applications.TryGetValue(applicationId, out var devices) ? devices.Values : [];

    /// <summary>Another device with the same pair of EUIs; a device without both has no twin.</summary>
    public JsonObject? Twin(JsonObject device)
    {
        var (joinEui, devEui) = (device.Text("ids.join_eui"), device.Text("ids.dev_eui"));
        if (joinEui.Length == 0 || devEui.Length == 0)
            return null;
        return _applications.Values.SelectMany(devices => devices.Values)
            .FirstOrDefault(other => other.Text("ids.join_eui") == joinEui && other.Text("ids.dev_eui") == devEui && !IsSame(other, device));
    }

    private static bool IsSame(JsonObject one, JsonObject other) =>
        one.Text("ids.device_id") == other.Text("ids.device_id")
        && one.Text("ids.application_ids.application_id") == other.Text("ids.application_ids.application_id");
}
