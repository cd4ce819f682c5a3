class Twice(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, Name = "x", FrequencyPlanId = "EU_863_870" };
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.FrequencyPlanId]);
    }
}
