class First(TheThingsStackClient stack)
{
    public async Task<string?> Run(string application)
    {
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.Name], order: "-created_at", limit: 1);
        if (page.Items is not { Count: > 0 })
            return null;
        var newest = page.Items[0];
        return newest.Name ?? newest.Ids?.DeviceId;
    }
}
