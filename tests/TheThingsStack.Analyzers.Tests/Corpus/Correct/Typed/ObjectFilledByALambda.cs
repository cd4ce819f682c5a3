class Prepare(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, IEnumerable<KeyValuePair<string, string>> values)
    {
        var device = new EndDevice { Ids = ids };
        Action<string> describe = text => device.Description = text;
        foreach (var (key, value) in values)
            describe($"{key}={value}");
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description]);
    }
}
