class Relays(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var relay = await stack.NsRelayConfigurationService.GetRelayAsync(application, id, r => [r.Mode]);
        Console.WriteLine(relay.Settings?.ModeCase);
        await stack.NsRelayConfigurationService.UpdateRelayAsync(application, id, new RelaySettings { Served = new() { Always = new() } }, r => [r.Mode.Served]);
    }
}
