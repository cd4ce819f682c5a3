class Settings(TheThingsStackClient stack)
{
    public Task<EndDevice> Write(EndDeviceIdentifiers ids, MacSettings settings) =>
        stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", MacSettings = settings }, d => [d.Name, {|TTS2101:d.MacSettings|}]);
}
