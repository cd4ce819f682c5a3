class Session(TheThingsStackClient stack)
{
    public Task<EndDevice> Frequency(EndDeviceIdentifiers ids) =>
        stack.NsEndDeviceRegistry.SetAsync(new() { Ids = ids, MacSettings = new() { Rx2Frequency = 869525000 } }, d => [d.MacSettings]);
}
