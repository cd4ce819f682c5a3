class Settings(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, MacSettings = new() };
        device.MacSettings.Rx1Delay = RxDelay.RxDelay1;
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Rx1Delay, {|TTS2207:d.MacSettings.DesiredRx1Delay.Value|}]);
    }
}
