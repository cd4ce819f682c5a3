class Abp(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, DevAddr address, AesKey network, AesKey application)
    {
        await stack.NsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = ids,
            SupportsJoin = false,
            FrequencyPlanId = "EU_863_870",
            Session = new() { DevAddr = address, Keys = new() { FNwkSIntKey = new() { Key = network } } },
        }, d => [d.SupportsJoin, d.FrequencyPlanId, d.Session.DevAddr, d.Session.Keys.FNwkSIntKey.Key]);
        await stack.AsEndDeviceRegistry.SetAsync(new EndDevice
        {
            Ids = ids,
            Session = new() { DevAddr = address, Keys = new() { AppSKey = new() { Key = application } } },
        }, d => [d.Session.DevAddr, d.Session.Keys.AppSKey.Key]);
    }
}
