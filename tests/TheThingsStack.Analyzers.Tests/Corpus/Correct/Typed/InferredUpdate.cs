class Describe(TheThingsStackClient stack)
{
    public Task<EndDevice> Run(EndDeviceIdentifiers ids) =>
        stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "pump 4", Description = "behind the shed", Attributes = new() { ["site"] = "north" } });
}
