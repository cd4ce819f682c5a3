class Report(TheThingsStackClient stack)
{
    public async Task Print(string application, CancellationToken cancellationToken)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name, d.Attributes, d.LastSeenAt], cancellationToken: cancellationToken))
            Console.WriteLine($"{device.Ids!.DeviceId} {device.Name} {device.LastSeenAt} {device.Attributes?.GetValueOrDefault("site")}");
    }
}
