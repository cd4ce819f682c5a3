class Exits(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, bool quick)
    {
        var device = new EndDevice { Ids = ids, Name = "Soil 7" };
        if (quick)
        {
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
            return;
        }

        device.{|TTS2201:Description|} = "North field";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
    }
}
