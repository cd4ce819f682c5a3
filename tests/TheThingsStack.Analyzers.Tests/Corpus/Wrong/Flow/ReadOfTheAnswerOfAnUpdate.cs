class Names(TheThingsStackClient stack)
{
    public async Task Rename(EndDeviceIdentifiers ids, string name)
    {
        var device = await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = name }, d => [d.Name]);
        Console.WriteLine($"{device.Name} {device.UpdatedAt} {device.{|TTS2203:Description|}}");
    }
}
