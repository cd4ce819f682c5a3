class Match(TheThingsStackClient stack)
{
    public async Task<string> Run(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.SupportsClassB]);
        return device switch
        {
            { {|TTS2203:Multicast|}: true } => "multicast",
            { SupportsClassB: true } => "B",
            _ => "A",
        };
    }
}
