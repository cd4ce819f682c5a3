class Replace(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids, string name) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = name }, EndDeviceRegistryClient.Update.Fields);
}
