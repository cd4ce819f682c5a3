class Outer(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        Console.WriteLine((await Read("dev1")).Name);

        Task<EndDevice> Read(string id) => stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, {|TTS2101:d.PendingSession|}]);
    }
}
