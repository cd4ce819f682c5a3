class Queue(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.Devices.GetAsync(application, id, d => [d.Name, {|TTS2101:d.QueuedApplicationDownlinks|}]);
}
