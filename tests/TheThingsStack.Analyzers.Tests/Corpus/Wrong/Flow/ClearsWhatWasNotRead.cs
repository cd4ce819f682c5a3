class Defaults(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        device.Name ??= id;
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, {|TTS2202:d.Locations|}]);
    }
}
