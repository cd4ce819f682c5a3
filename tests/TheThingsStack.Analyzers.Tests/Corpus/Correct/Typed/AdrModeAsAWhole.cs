class Adr(TheThingsStackClient stack)
{
    public async Task Disable(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, MacSettings = new() { Adr = new() { Disabled = new() } } };
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Adr]);
    }
}
