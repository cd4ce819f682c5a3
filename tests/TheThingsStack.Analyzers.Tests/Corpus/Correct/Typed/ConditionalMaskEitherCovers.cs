class Either(TheThingsStackClient stack)
{
    public async Task<string?> Read(string application, string id, bool more)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, more ? [EndDevice.Paths.Name, EndDevice.Paths.Description] : [EndDevice.Paths.Name]);
        // Null where it was not asked for, as the caller knows.
        return more ? device.Description : device.Name;
    }
}
