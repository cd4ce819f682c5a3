class Held(TheThingsStackClient stack)
{
    private readonly EndDevice _device = new();

    public async Task Run(EndDeviceIdentifiers ids)
    {
        _device.Ids = ids;
        _device.Description = "kept";
        await stack.EndDeviceRegistry.UpdateAsync(_device, d => [d.Name]);
    }
}
