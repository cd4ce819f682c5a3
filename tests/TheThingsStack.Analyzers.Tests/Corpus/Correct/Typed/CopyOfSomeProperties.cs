class Copy(TheThingsStackClient stack)
{
    public async Task Run(string from, string to, string id)
    {
        var source = await stack.EndDeviceRegistry.GetAsync(from, id, d => [d.Name, d.Description, d.VersionIds]);
        await stack.EndDeviceRegistry.UpdateAsync(
            new() { Ids = new() { DeviceId = id, ApplicationIds = new() { ApplicationId = to } }, Name = source.Name, Description = source.Description, VersionIds = source.VersionIds },
            d => [d.Name, d.Description, d.VersionIds]);
    }
}
