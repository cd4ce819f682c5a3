class Helper(TheThingsStackClient stack)
{
    public Task<EndDevice> Run(EndDeviceIdentifiers ids) =>
        stack.EndDeviceRegistry.UpdateAsync(Named(new() { Ids = ids }), d => [d.Name, d.Description]);

    private static EndDevice Named(EndDevice device)
    {
        device.Name = "named";
        device.Description = "and described";
        return device;
    }
}
