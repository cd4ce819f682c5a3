class Clear(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        // An explicit null says that it is meant.
        await stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Description = null, Attributes = [] }, d => [d.Description, d.Attributes]);
    }
}
