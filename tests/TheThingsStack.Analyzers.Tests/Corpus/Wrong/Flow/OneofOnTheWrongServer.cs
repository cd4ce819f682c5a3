class Rates(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, Name = "Soil 7", MacSettings = new() { Adr = new() } };
        device.MacSettings.Adr.{|TTS2102:Dynamic|} = new() { Margin = 10 };
        await stack.EndDeviceRegistry.UpdateAsync(device);
    }
}
