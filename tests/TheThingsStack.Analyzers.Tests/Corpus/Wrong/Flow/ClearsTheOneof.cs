class Rates(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids) =>
        stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, FrequencyPlanId = "EU_863_870" }, d => [d.FrequencyPlanId, {|TTS2202:d.MacSettings.Adr.Mode|}]);
}
