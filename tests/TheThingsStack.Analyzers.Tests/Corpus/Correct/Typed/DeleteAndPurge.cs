class Cleanup(TheThingsStackClient stack)
{
    public async Task Run(string application)
    {
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, FieldMask<EndDevice>.Empty))
            await stack.Devices.DeleteAsync(application, device.Ids!.DeviceId!);
        await stack.ApplicationRegistry.DeleteAsync(application);
        await stack.ApplicationRegistry.PurgeAsync(application);
    }
}
