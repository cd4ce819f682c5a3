class Everything(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Console.WriteLine(device.{|TTS2203:SerialNumber|});
        device.Name = "Soil 7";
        device.{|TTS2201:Attributes|} = [];
        var updated = await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, {|TTS2202:d.Description|}]);
        Console.WriteLine(updated.{|TTS2203:Locations|}?.Count);
    }
}
