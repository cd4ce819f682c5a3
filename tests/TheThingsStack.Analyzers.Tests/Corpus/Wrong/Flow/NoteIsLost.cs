class Names(TheThingsStackClient stack)
{
    public Task Rename(EndDeviceIdentifiers ids, string name, string note) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = name, {|TTS2201:Description|} = note }, d => [d.Name]);
}
