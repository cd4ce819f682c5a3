class Switch(TheThingsStackClient stack)
{
    public async Task Run(string application, string id, bool network)
    {
        EndDevice device;
        if (network)
            device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.FrequencyPlanId]);
        else
            device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Console.WriteLine(device.FrequencyPlanId ?? device.Name);
    }
}
