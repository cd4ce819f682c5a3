class Merge(TheThingsStackClient stack)
{
    public async Task<EndDevice> Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Description]);
        var network = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.MacSettings, d.FrequencyPlanId]);
        device.MacSettings = network.MacSettings;
        device.FrequencyPlanId = network.FrequencyPlanId;
        return device;
    }
}
