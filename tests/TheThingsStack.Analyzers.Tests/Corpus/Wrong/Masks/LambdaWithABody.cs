class Body(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) => stack.EndDeviceRegistry.GetAsync(application, id, d =>
    {
        return [d.Name, {|TTS2101:d.MacSettings.Supports32BitFCnt|}];
    });
}
