class Setup(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice
        {
            Ids = ids,
            Name = "Soil 7",
            FrequencyPlanId = "EU_863_870",
            MacSettings = new() { Rx1Delay = RxDelay.RxDelay5 },
            Formatters = new() { UpFormatter = PayloadFormatter.Repository },
        };
        await Task.WhenAll(
            stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]),
            stack.NsEndDeviceRegistry.SetAsync(device, d => [d.FrequencyPlanId, d.MacSettings.Rx1Delay]),
            stack.AsEndDeviceRegistry.SetAsync(device, d => [d.Formatters]));
    }
}
