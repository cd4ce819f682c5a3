class Fleet(TheThingsStackClient stack)
{
    public Task Tag(IEnumerable<EndDeviceIdentifiers> fleet) => Parallel.ForEachAsync(fleet, async (ids, token) =>
    {
        var device = new EndDevice { Ids = ids };
        device.Name = ids.DeviceId;
        device.{|TTS2201:SerialNumber|} = ids.DeviceId;
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name], cancellationToken: token);
    });
}
