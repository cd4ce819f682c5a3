class Overlap(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var reading = stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        await Task.Delay(10);
        var device = await reading.ConfigureAwait(false);
        Console.WriteLine(device.{|TTS2203:SerialNumber|});
    }
}
