class Labels(TheThingsStackClient stack)
{
    public async Task Add(string application, string id, string key, string value)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Attributes]);
        device.Attributes ??= [];
        device.{|TTS2201:Attributes|}[key] = value;
        device.Name = value;
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [{|TTS2202:d.Description|}, d.Name]);
    }
}
