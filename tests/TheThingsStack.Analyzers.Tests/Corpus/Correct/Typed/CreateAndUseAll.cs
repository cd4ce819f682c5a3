class Create(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        // Create answers with all of it.
        var created = await stack.EndDeviceRegistry.CreateAsync(new EndDevice
        {
            Ids = new() { DeviceId = "dev9", ApplicationIds = new() { ApplicationId = application } },
            Name = "nine",
        });
        Console.WriteLine($"{created.Name} {created.Description} {created.Attributes?.Count}");
    }
}
