class Places(TheThingsStackClient stack)
{
    public async Task Move(EndDeviceIdentifiers ids, Location location)
    {
        var device = new EndDevice { Ids = ids };
        device.Name = "moved";
        device.{|TTS2201:Locations|} = new() { ["user"] = location };
        await stack.EndDeviceRegistry.UpdateAsync(device, [EndDevice.Paths.Name]);
    }
}
