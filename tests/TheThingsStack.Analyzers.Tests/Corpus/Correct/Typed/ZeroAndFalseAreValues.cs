class Reset(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, SupportsClassC = false, SupportsClassB = false };
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.SupportsClassC, d.SupportsClassB]);
    }
}
