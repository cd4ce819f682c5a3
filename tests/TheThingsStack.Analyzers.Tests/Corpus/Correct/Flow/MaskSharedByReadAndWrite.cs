static class Places
{
    private static readonly FieldMask<EndDevice> Mask = [EndDevice.Paths.Locations];

    public static async Task Move(TheThingsStackClient stack, string application, string id, double latitude, double longitude)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, Mask);
        device.Locations ??= [];
        device.Locations["user"] = new() { Latitude = latitude, Longitude = longitude, Source = LocationSource.Registry };
        await stack.EndDeviceRegistry.UpdateAsync(device, Mask);
    }
}
