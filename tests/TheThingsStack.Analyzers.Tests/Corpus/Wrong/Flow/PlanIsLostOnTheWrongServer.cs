class Plans(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = "Soil 7", {|TTS2201:FrequencyPlanId|} = "EU_863_870" }, d => [d.Name]);
}
