class Coalesced(TheThingsStackClient stack)
{
    private EndDevice? _cached;

    public async Task<string?> Run(string application, string id)
    {
        var device = _cached ?? await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        return device.Description;
    }
}
