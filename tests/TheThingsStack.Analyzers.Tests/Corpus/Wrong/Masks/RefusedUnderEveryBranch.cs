class Branches(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id, bool names)
    {
        if (names)
            return stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        return stack.EndDeviceRegistry.GetAsync(application, id, d => [{|TTS2101:d.MacState|}]);
    }
}
