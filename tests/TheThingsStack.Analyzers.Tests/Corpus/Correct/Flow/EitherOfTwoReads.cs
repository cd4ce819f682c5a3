class Either(TheThingsStackClient stack)
{
    public async Task Run(string application, string id, bool detailed)
    {
        EndDevice device;
        if (detailed)
            device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Description, d.Attributes]);
        else
            device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Console.WriteLine(device.Name);
        if (detailed)
            Console.WriteLine($"{device.Description} {device.Attributes?.Count}");
    }
}
