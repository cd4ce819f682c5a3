class Exits(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, string? name, string? note)
    {
        var device = new EndDevice { Ids = ids };
        if (name is null)
        {
            device.Description = note;
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description]);
            return;
        }

        device.Name = name;
        if (note is null)
        {
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
            return;
        }

        device.Description = note;
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
    }
}
