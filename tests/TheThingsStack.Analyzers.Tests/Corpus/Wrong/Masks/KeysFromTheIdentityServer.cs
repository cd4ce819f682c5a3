class Keys(TheThingsStackClient stack)
{
    public async Task<AesKey?> AppKey(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, {|TTS2101:d.RootKeys|}]);
        return device.RootKeys?.AppKey?.Key;
    }
}
