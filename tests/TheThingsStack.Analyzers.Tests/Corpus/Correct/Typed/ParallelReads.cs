class Parallel(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var identity = stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        var network = stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.FrequencyPlanId]);
        await Task.WhenAll(identity, network);
        Console.WriteLine($"{(await identity).Name} {(await network).FrequencyPlanId}");
    }
}
