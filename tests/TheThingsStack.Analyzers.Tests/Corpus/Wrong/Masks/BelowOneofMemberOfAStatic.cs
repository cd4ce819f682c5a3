class TxPower(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.FrequencyPlanId, {|TTS2003:d.MacSettings.Adr.Mode.Static.TxPowerIndex|}]);
}
