class Reset(TheThingsStackClient stack)
{
    public Task<EndDevice> Run(string application, string id) =>
        stack.NsEndDeviceRegistry.ResetFactoryDefaultsAsync(application, id, d => [d.MacSettings, {|TTS2101:d.Description|}]);
}
