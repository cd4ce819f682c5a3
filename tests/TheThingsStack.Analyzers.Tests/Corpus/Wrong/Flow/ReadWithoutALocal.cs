class Direct(TheThingsStackClient stack)
{
    public async Task<string?> Run(string application, string id) =>
        (await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name])).{|TTS2203:Description|};
}
