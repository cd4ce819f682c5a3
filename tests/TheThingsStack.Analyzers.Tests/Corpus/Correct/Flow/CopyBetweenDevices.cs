class Copy(TheThingsStackClient stack)
{
    public async Task Run(string application, string from, EndDeviceIdentifiers to)
    {
        var source = await stack.EndDeviceRegistry.GetAsync(application, from, d => [d.Attributes, d.Locations, d.VersionIds]);
        var target = new EndDevice { Ids = to, Attributes = source.Attributes, Locations = source.Locations, VersionIds = source.VersionIds };
        await stack.EndDeviceRegistry.UpdateAsync(target, d => [d.Attributes, d.Locations, d.VersionIds]);
    }
}
