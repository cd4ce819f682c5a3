class Patch(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids, bool named) =>
        stack.EndDeviceRegistry.UpdateAsync(
            new EndDevice { Ids = ids, Name = "Soil 7", Description = "North", {|TTS2201:SerialNumber|} = "7" },
            d => named ? [d.Name, d.Description] : [d.Description]);
}
