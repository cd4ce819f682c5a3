class Defaults(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        if (device.{|TTS2203:Description|} is null)
            device.Description = "none";
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
    }
}
