class Rename(TheThingsStackClient stack)
{
    public async Task Run(string application, string id, string name)
    {
        var device = new EndDevice { Ids = new() { DeviceId = id, ApplicationIds = new() { ApplicationId = application } }, Name = name };
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
    }
}
