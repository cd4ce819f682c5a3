class Names(TheThingsStackClient stack)
{
    public Task Rename(EndDeviceIdentifiers ids, string name) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = name }, d => [d.Name, {|TTS2202:d.Description|}, {|TTS2202:d.Attributes|}]);
}
