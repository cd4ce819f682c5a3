class Ordered(TheThingsStackClient stack)
{
    public async Task Print(string application)
    {
        var devices = await stack.EndDeviceRegistry.ListAsync(application, d => [d.Name, d.LastSeenAt], order: "-last_seen_at", limit: 10);
        foreach (var device in devices.Items!.Where(static d => d.LastSeenAt is not null).OrderBy(static d => d.Name))
            Console.WriteLine(device.Name);
    }
}
