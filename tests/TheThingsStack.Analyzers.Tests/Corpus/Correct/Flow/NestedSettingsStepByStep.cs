class Settings(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, TimeSpan timeout)
    {
        var device = new EndDevice { Ids = ids };
        device.MacSettings = new();
        device.MacSettings.Rx1Delay = RxDelay.RxDelay1;
        device.MacSettings.ClassCTimeout = timeout;
        device.MacSettings.Adr ??= new();
        device.MacSettings.Adr.Disabled = new();
        await stack.NsEndDeviceRegistry.SetAsync(device, d => [d.MacSettings.Rx1Delay, d.MacSettings.ClassCTimeout, d.MacSettings.Adr.Mode.Disabled]);
    }
}
