class Bulk(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name]))
        {
            device.Name = device.Name?.Trim();
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, {|TTS2202:d.Description|}]);
        }
    }
}
