class Capture(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, bool detailed)
    {
        var device = new EndDevice { Ids = ids, Name = "Soil 7" };
        if (detailed)
            Describe("North field");
        await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name, d.Description]);

        void Describe(string text) => device.Description = text;
    }
}
