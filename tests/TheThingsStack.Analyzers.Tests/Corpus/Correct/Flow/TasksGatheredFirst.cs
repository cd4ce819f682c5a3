class Gather(TheThingsStackClient stack)
{
    public async Task Run(string application, IReadOnlyList<string> ids)
    {
        var reads = ids.Select(id => stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name])).ToList();
        foreach (var device in await Task.WhenAll(reads))
            Console.WriteLine($"{device.Ids?.DeviceId} {device.Name}");
    }
}
