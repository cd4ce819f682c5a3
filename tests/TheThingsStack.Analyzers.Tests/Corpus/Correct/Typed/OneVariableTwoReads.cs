class Twice(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Console.WriteLine(device.Name);
        device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Description]);
        Console.WriteLine(device.Description);
    }
}
