class Patch(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, string name, string? note)
    {
        var device = new EndDevice { Ids = ids, Name = name };
        if (note is not null)
            device.{|TTS2201:Description|} = note;
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
    }
}
