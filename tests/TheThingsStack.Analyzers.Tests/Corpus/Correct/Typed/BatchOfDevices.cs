class Batch(TheThingsStackClient stack)
{
    public async Task<Dictionary<string, string?>> Names(string application, List<string> ids)
    {
        var devices = await stack.EndDeviceBatchRegistry.GetAsync(application, d => [d.Name], ids);
        return (devices.Items ?? []).ToDictionary(static device => device.Ids!.DeviceId!, static device => device.Name);
    }
}
