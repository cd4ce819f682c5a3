class Margin(TheThingsStackClient stack)
{
    public async Task<float?> Read(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [{|TTS2003:d.MacSettings.Adr.Mode.Dynamic.Margin|}]);
        return device.MacSettings?.Adr?.Dynamic?.Margin;
    }
}
