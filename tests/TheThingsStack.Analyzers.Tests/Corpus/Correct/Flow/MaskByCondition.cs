class Condition(TheThingsStackClient stack)
{
    public Task<EndDevice> Run(EndDeviceIdentifiers ids, string? note)
    {
        FieldMask<EndDevice> mask = note is null ? [EndDevice.Paths.Name] : [EndDevice.Paths.Name, EndDevice.Paths.Description];
        return stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x", Description = note }, mask);
    }
}
