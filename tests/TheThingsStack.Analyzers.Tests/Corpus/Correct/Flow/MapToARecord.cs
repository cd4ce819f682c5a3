record DeviceRow(string Id, string? Name, double? Latitude, double? Longitude)
{
    public static readonly FieldMask<EndDevice> Mask = [EndDevice.Paths.Name, EndDevice.Paths.Locations];

    public static DeviceRow Of(EndDevice device)
    {
        var location = device.Locations?.GetValueOrDefault("user");
        return new(device.Ids?.DeviceId ?? "", device.Name, location?.Latitude, location?.Longitude);
    }
}

class Rows(TheThingsStackClient stack)
{
    public async IAsyncEnumerable<DeviceRow> All(string application)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, DeviceRow.Mask))
            yield return DeviceRow.Of(device);
    }
}
