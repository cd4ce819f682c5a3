class Labels(TheThingsStackClient stack)
{
    public async Task Add(string application, string id, string key, string value)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Attributes]);
        var attributes = device.Attributes ?? new Dictionary<string, string>();
        attributes[key] = value;
        device.Attributes = attributes;
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Attributes]);
    }

    public async Task Remove(string application, string id, string key)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Attributes]);
        if (device.Attributes?.Remove(key) == true)
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Attributes]);
    }
}
