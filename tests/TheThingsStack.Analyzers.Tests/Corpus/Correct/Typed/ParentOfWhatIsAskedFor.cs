class Settings(TheThingsStackClient stack)
{
    public async Task Print(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.MacSettings.Rx1Delay, d.MacSettings.Adr.Mode]);
        if (device.MacSettings is { } settings)
            Console.WriteLine($"{settings.Rx1Delay} {settings.Adr?.Dynamic}");
    }
}
