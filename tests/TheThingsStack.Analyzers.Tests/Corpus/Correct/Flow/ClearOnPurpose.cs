class Cleaning(TheThingsStackClient stack)
{
    public Task Clear(EndDeviceIdentifiers ids) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Description = null, Attributes = [], ServiceProfileId = "" }, d => [d.Description, d.Attributes, d.ServiceProfileId]);

    public Task ResetDelay(EndDeviceIdentifiers ids) =>
        stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, MacSettings = null }, d => [d.MacSettings.Rx1Delay, d.MacSettings.Rx2Frequency]);
}
