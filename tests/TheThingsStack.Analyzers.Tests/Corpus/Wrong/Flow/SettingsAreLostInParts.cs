class Settings(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, MacSettings = new() { {|TTS2201:UseAdr|} = true } };
        device.MacSettings.Rx1Delay = RxDelay.RxDelay1;
        device.MacSettings.{|TTS2201:Rx2Frequency|} = 869525000;
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Rx1Delay]);
    }
}
