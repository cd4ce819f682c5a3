class Wrapper(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.NsEndDeviceRegistry.GetAsync(application, id, d => [{|TTS2205:d.MacSettings.Rx1Delay.Value|}, d.MacSettings.Rx1Delay]);
}
