class Brands(TheThingsStackClient stack)
{
    public async Task<Dictionary<string, int>> Count(string application)
    {
        var counts = new Dictionary<string, int>();
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.VersionIds.BrandId], limit: 100);
        foreach (var device in page.Items ?? [])
        {
            var brand = device.VersionIds?.BrandId ?? "unknown";
            counts[brand] = counts.GetValueOrDefault(brand) + 1;
        }

        return counts;
    }
}
