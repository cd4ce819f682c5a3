class Names(TheThingsStackClient stack)
{
    public async Task Rename(EndDeviceIdentifiers ids, string name)
    {
        var device = await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = name }, d => [d.Name]);
        Console.WriteLine($"{device.Ids?.DeviceId} is now {device.Name}, since {device.UpdatedAt}");
    }
}
