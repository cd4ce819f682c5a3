class Upsert(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, string name)
    {
        var device = new EndDevice { Ids = ids, Name = name, Description = "made by the importer" };
        try
        {
            await stack.EndDeviceRegistry.CreateAsync(device);
        }
        catch (TheThingsStackException e) when (e.Code == GrpcCode.AlreadyExists)
        {
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
        }
    }
}
