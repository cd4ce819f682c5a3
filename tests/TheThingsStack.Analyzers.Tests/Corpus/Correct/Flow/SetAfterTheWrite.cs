class After(TheThingsStackClient stack)
{
    public async Task<EndDevice> Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, Name = "x" };
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        device.Description = "for the caller";
        return device;
    }
}
