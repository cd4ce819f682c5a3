class Wider(TheThingsStackClient stack)
{
    public async Task<string?> Read(string application, string id, FieldMask<EndDevice> more)
    {
        FieldMask<EndDevice> mask = [EndDevice.Paths.Name];
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, mask.Union(more));
        return device.Description;
    }
}
