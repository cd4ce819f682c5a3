class Fallback(TheThingsStackClient stack)
{
    public async Task<string> Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        device.Description = $"copy of {device.Name}";
        return device.Description;
    }
}
