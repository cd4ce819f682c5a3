class Dump(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, EndDeviceRegistryClient.Get.Fields);
        Console.WriteLine($"{device.Name} {device.Description} {device.Attributes?.Count} {device.Picture?.Sizes?.Count} {device.LastSeenAt}");
    }
}
