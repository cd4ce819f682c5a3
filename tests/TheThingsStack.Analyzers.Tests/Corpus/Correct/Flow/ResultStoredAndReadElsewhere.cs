class Stored(TheThingsStackClient stack)
{
    private EndDevice? _device;

    public async Task Load(string application, string id) => _device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);

    public string? Description => _device?.Description;
}
