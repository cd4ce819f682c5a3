class Report(TheThingsStackClient stack)
{
    public async Task Print(string application)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name, d.Locations, d.VersionIds]))
        {
            var place = device.Locations is { Count: > 0 } locations ? locations.Values.First() : null;
            Console.WriteLine($"{device.Ids?.DeviceId,-20} {device.Name} {device.VersionIds?.BrandId}/{device.VersionIds?.ModelId} {place?.Latitude} {place?.Longitude}");
        }
    }
}
