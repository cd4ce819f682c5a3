class Match(TheThingsStackClient stack)
{
    public async Task<bool> Run(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.SupportsClassB]);
        return device is { SupportsClassB: true } or { {|TTS2203:SupportsClassC|}: true };
    }
}
