class Patch(TheThingsStackClient stack)
{
    public async Task Run(EndDevice device, string? name, string? description)
    {
        var changed = new List<FieldPath<EndDevice>>();
        if (name is not null)
        {
            device.Name = name;
            changed.Add(EndDevice.Paths.Name);
        }

        if (description is not null)
        {
            device.Description = description;
            changed.Add(EndDevice.Paths.Description);
        }

        await stack.EndDeviceRegistry.UpdateAsync(device, FieldMask.Of([.. changed]));
    }
}
