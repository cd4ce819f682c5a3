class Tuple(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var (identity, network) = (
            await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]),
            await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.FrequencyPlanId]));
        Console.WriteLine($"{identity.Name} {network.FrequencyPlanId}");
    }
}
