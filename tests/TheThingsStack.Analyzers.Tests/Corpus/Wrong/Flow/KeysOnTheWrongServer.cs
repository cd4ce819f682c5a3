class Keys(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, AesKey key)
    {
        var device = new EndDevice { Ids = ids, LorawanVersion = MacVersion.V1_0_3 };
        device.RootKeys = new() { AppKey = new() { {|TTS2102:Key|} = key } };
        await stack.NsEndDeviceRegistry.SetAsync(device);
    }
}
