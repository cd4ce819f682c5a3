class Modes(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.MacSettings.Adr.Mode.Disabled, {|TTS2204:d.MacSettings.Adr.Mode.Dynamic|}]);
}
