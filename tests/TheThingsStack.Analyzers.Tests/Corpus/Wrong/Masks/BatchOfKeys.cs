class Batch(TheThingsStackClient stack)
{
    public Task<EndDevices> Read(string application, List<string> ids) =>
        stack.EndDeviceBatchRegistry.GetAsync(application, d => [d.Name, {|TTS2101:d.RootKeys.AppKey|}], ids);
}
