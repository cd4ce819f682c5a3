class Overlap(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var identity = stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Description]);
        var network = stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.LastDevStatusReceivedAt, d.BatteryPercentage]);
        var described = await identity.ConfigureAwait(false);
        var state = await network.ConfigureAwait(false);
        Console.WriteLine($"{described.Name} ({described.Description}): {state.BatteryPercentage} % at {state.LastDevStatusReceivedAt}");
    }
}
