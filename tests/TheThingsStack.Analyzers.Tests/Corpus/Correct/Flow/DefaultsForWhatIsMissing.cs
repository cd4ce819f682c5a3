class Defaults(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Description]);
        device.Name ??= id;
        if (string.IsNullOrEmpty(device.Description))
            device.Description = "no description";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
    }
}
