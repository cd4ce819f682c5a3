class Show(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Console.WriteLine($"{device.Name}: {device.{|TTS2203:Description|} ?? "no description"}");
    }
}
