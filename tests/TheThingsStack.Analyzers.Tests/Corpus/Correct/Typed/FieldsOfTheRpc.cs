class Everything(TheThingsStackClient stack)
{
    public async Task Print(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, EndDeviceRegistryClient.Get.Fields);
        Console.WriteLine($"{device.Name} {device.Description} {device.Picture}");
    }
}
