class Prepare(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var device = new EndDevice { Ids = ids, Name = "new" };
        Fill(device);
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);
    }

    private static void Fill(EndDevice device) => device.Description = "filled elsewhere";
}
