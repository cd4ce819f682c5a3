class First(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.Name], limit: 1);
        var first = page.Items![0];
        Console.WriteLine($"{first.Name} {first.{|TTS2203:LastSeenAt|}}");
    }
}
