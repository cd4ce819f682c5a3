class Ages(TheThingsStackClient stack)
{
    public async Task Print(string application)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, "dev1", d => [d.Name]);
        Console.WriteLine($"{device.Ids?.DeviceId} {device.CreatedAt} {device.UpdatedAt} {device.Name}");
    }
}
