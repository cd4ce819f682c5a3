class Builder(TheThingsStackClient stack)
{
    public Task Update(EndDeviceIdentifiers ids, Action<EndDevice> configure, FieldMask<EndDevice> mask)
    {
        var device = new EndDevice { Ids = ids };
        configure(device);
        return stack.EndDeviceRegistry.UpdateAsync(device, mask);
    }

    public Task Rename(EndDeviceIdentifiers ids, string name) => Update(ids, device => device.Name = name, [EndDevice.Paths.Name]);
}
