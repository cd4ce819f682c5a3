class Redundant(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.MacSettings, {|TTS2205:d.MacSettings.Rx1Delay|}, {|TTS2205:d.MacSettings.Adr|}]);
}
