class Reader(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await Read(application, id, [EndDevice.Paths.Name, EndDevice.Paths.Description]);
        Console.WriteLine($"{device.Name} {device.Description} {device.Locations?.Count}");
    }

    private async Task<EndDevice> Read(string application, string id, FieldMask<EndDevice> mask)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, mask);
        Console.WriteLine(device.Attributes?.Count);
        return device;
    }
}
