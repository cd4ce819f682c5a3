class Patch(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, string? name, IReadOnlyDictionary<string, string>? attributes)
    {
        List<FieldPath<EndDevice>> paths = [];
        var device = new EndDevice { Ids = ids };
        if (name is { Length: > 0 })
        {
            device.Name = name;
            paths.Add(EndDevice.Paths.Name);
        }

        if (attributes is not null)
        {
            device.Attributes = new(attributes);
            paths.Add(EndDevice.Paths.Attributes);
        }

        await stack.EndDeviceRegistry.UpdateAsync(device, [.. paths]);
    }
}
