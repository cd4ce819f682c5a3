class Lambda(TheThingsStackClient stack)
{
    public async Task<Func<string?>> Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        return () => device.Description;
    }
}
