class Linq(TheThingsStackClient stack)
{
    public async Task<List<string>> Run(string application)
    {
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.Name, d.Attributes]);
        return [.. from device in page.Items ?? [] where device.Attributes?.ContainsKey("site") == true select device.Name ?? device.Ids!.DeviceId!];
    }
}
