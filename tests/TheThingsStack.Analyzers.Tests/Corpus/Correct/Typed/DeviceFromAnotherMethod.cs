class Sync(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await Load(application, id);
        Console.WriteLine(device.Description);
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description]);
    }

    private Task<EndDevice> Load(string application, string id) => stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Description]);
}
