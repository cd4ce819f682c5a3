class Profiles(TheThingsStackClient stack)
{
    private static readonly MacSettings Indoor = new() { Rx1Delay = RxDelay.RxDelay5, UseAdr = true };

    public Task Apply(EndDeviceIdentifiers ids) =>
        stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, MacSettings = Indoor }, d => [d.MacSettings.Rx1Delay, d.MacSettings.UseAdr]);

    public Task Apply(EndDeviceIdentifiers ids, MacSettings settings) =>
        stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, MacSettings = settings }, d => [d.MacSettings.Rx1Delay.Value]);
}
