class Fleet(TheThingsStackClient stack)
{
    public async Task Run(IEnumerable<(EndDeviceIdentifiers Ids, string Name)> rows)
    {
        var devices = new List<EndDevice>();
        foreach (var (ids, name) in rows)
            devices.Add(new() { Ids = ids, Name = name, Description = "imported" });
        foreach (var device in devices)
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
    }
}
