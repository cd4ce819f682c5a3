class Update(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, string? name, string? note)
    {
        var device = new EndDevice { Ids = ids };
        if (name is not null)
            device.Name = name;
        if (note is not null)
            device.Description = note;
        await stack.EndDeviceRegistry.UpdateAsync(device);
    }
}
