class Search(TheThingsStackClient stack)
{
    public async Task Print(string application, string part)
    {
        var found = await stack.EndDeviceRegistrySearch.SearchEndDevicesAsync(application, d => [d.Name, d.Attributes], nameContains: part);
        foreach (var device in found.Items ?? [])
            Console.WriteLine($"{device.Ids?.DeviceId} {device.Name}");
    }
}
