class Merged(TheThingsStackClient stack)
{
    public async Task Run(string application, string id, IReadOnlyDictionary<string, object?> values)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        foreach (var (name, value) in values)
            typeof(EndDevice).GetProperty(name)?.SetValue(device, value);
        Console.WriteLine(device.Description);
    }
}
