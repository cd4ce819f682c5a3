class Export(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        await Complete(device);
        Console.WriteLine(device.Description);
    }

    private async Task Complete(EndDevice device) =>
        device.Description = (await stack.EndDeviceRegistry.GetAsync(device.Ids!.ApplicationIds!.ApplicationId!, device.Ids.DeviceId!, d => [d.Description])).Description;
}
