class Formatters(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.JsEndDeviceRegistry.GetAsync(application, id, d => [d.RootKeys, {|TTS2101:d.Formatters|}]);
}
