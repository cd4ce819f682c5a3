class Wrapper(TheThingsStackClient stack)
{
    public Task<EndDevice> Run(EndDeviceIdentifiers ids) =>
        stack.NsEndDeviceRegistry.SetAsync(new() { Ids = ids, MacSettings = new() { Rx1Delay = RxDelay.RxDelay5 } }, d => [d.MacSettings.Rx1Delay.Value]);
}
