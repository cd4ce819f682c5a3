class Touch(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Attributes]);
        device.Attributes ??= [];
        device.Attributes["seen"] = DateTimeOffset.UtcNow.ToString("u");
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Attributes]);
    }
}
