using TheThingsStack;
using TheThingsStack.V3;

namespace Diagnostics;

/// <summary>Entities that do not fit the masks they are sent or asked for with.</summary>
internal sealed class Entities(TheThingsStackClient stack, EndDeviceIdentifiers ids)
{
    public Task<EndDevice> StoredElsewhere() => stack.EndDeviceRegistry.UpdateAsync(new EndDevice
    {
        Ids = ids,
        Name = "Soil 7",
        FrequencyPlanId = "EU_863_870", // TTS2102
    });

    public Task<EndDevice> SetButNotStored() => stack.EndDeviceRegistry.UpdateAsync(new EndDevice
    {
        Ids = ids,
        Name = "Soil 7",
        Description = "North field", // TTS2201
    }, d => [d.Name]);

    public Task<EndDevice> ClearedBySurprise() =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = "Soil 7" }, d => [d.Name, d.Attributes]); // TTS2202

    public async Task<string?> NotAskedFor()
    {
        var device = await stack.EndDeviceRegistry.GetAsync("app1", "dev1", d => [d.Name]);
        return device.Description; // TTS2203
    }

    public Task<ApiKey> DeletesTheKey() =>
        stack.ApplicationAccess.UpdateApiKeyAsync("app1", new ApiKey { Id = "KEYID", Name = "reader" }, k => [k.Name, k.Rights]); // TTS2206

    public Task<EndDevice> LeavesAZero() =>
        stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, MacSettings = null }, d => [d.MacSettings.Rx1Delay.Value]); // TTS2207
}
