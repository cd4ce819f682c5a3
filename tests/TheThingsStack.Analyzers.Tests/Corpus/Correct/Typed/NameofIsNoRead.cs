class Log(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Console.WriteLine($"{nameof(device.Description)} was not asked for: {device.Name}");
    }
}
