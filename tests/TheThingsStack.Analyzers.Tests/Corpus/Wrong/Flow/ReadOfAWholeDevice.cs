class Whole(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.Devices.GetAsync(application, id, d => [d.Name, d.RootKeys.AppKey]);
        Console.WriteLine($"{device.Name} {device.RootKeys?.AppKey?.Key} {device.{|TTS2203:LorawanVersion|}} {device.JoinServerAddress}");
    }
}
