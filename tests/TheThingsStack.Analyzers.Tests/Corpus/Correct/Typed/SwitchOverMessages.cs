class Kinds(TheThingsStackClient stack)
{
    public async Task<string> Kind(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.SupportsClassB, d.SupportsClassC]);
        return device switch
        {
            { SupportsClassC: true } => "C",
            { SupportsClassB: true } => "B",
            _ => "A",
        };
    }
}
