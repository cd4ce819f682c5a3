class Bulk(TheThingsStackClient stack)
{
    public async Task Trim(string application)
    {
        var changed = new List<EndDevice>();
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name]))
        {
            if (device.Name is not { } name || name == name.Trim())
                continue;
            device.Name = name.Trim();
            changed.Add(device);
        }

        foreach (var device in changed)
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
    }
}
