class Generic(TheThingsStackClient stack)
{
    public async Task<(string?, string?)> Read(string application, string id, FieldMask<EndDevice> mask)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, mask);
        return (device.Name, device.Description);
    }
}
