class Sessions(TheThingsStackClient stack)
{
    public async Task Print(string application)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name, {|TTS2101:d.Session.DevAddr|}]))
            Console.WriteLine($"{device.Name} {device.Session?.DevAddr}");
    }
}
