class Complete(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        var network = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.FrequencyPlanId, d.MacSettings]);
        device.FrequencyPlanId = network.FrequencyPlanId;
        device.MacSettings = network.MacSettings;
        Console.WriteLine($"{device.Name}: {device.FrequencyPlanId} {device.MacSettings?.Rx1Delay}");
    }
}
