class Whole(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, Name = "Soil 7", MacSettings = new() { {|TTS2201:Rx1Delay|} = RxDelay.RxDelay5 } };
        await stack.Devices.UpdateAsync(device, d => [d.Name]);
    }
}
