class Settings(TheThingsStackClient stack)
{
    public Task Reset(EndDeviceIdentifiers ids) =>
        stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, MacSettings = new() { Rx1Delay = null } }, d => [{|TTS2207:d.MacSettings.Rx1Delay.Value|}]);
}
