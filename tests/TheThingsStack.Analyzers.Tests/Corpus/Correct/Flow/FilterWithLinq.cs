class Query(TheThingsStackClient stack)
{
    public async Task<string[]> Unnamed(string application)
    {
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.Name]);
        return [.. (page.Items ?? []).Where(device => string.IsNullOrEmpty(device.Name)).Select(device => device.Ids?.DeviceId ?? "")];
    }

    public async Task<ILookup<string, EndDevice>> ByBrand(string application)
    {
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.VersionIds.BrandId]);
        return (from device in page.Items ?? [] where device.VersionIds is not null select device).ToLookup(device => device.VersionIds!.BrandId ?? "");
    }
}
