class Session(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.Session.DevAddr]);
        Console.WriteLine(device.Session?.DevAddr);
        Console.WriteLine(device.Session?.{|TTS2203:LastFCntUp|});
        Console.WriteLine(device.MacState?.CurrentParameters?.{|TTS2203:Rx1Delay|});
    }
}
