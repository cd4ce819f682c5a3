class Reference(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        Complete(ref device);
        Console.WriteLine(device.Description);
    }

    private static void Complete(ref EndDevice device) => device = new() { Description = "another" };
}
