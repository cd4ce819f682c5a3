class Cache(TheThingsStackClient stack)
{
    private readonly Dictionary<string, EndDevice> _devices = [];

    public async Task Load(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        _devices[id] = device;
        await Complete(application, id);
        Console.WriteLine(device.Description);
    }

    private async Task Complete(string application, string id) =>
        _devices[id].Description = (await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Description])).Description;
}
