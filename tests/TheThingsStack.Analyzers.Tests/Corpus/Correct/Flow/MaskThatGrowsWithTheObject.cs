class Patch(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, string? name, string? note)
    {
        var device = new EndDevice { Ids = ids };
        var mask = FieldMask<EndDevice>.Empty;
        if (name is not null)
        {
            device.Name = name;
            mask = mask.Union([EndDevice.Paths.Name]);
        }

        if (note is not null)
        {
            device.Description = note;
            mask = mask.Union([EndDevice.Paths.Description]);
        }

        if (!mask.IsEmpty)
            await stack.EndDeviceRegistry.UpdateAsync(device, mask);
    }
}
