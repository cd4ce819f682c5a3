class Exists(TheThingsStackClient stack)
{
    public async Task<Eui64?> EuiOf(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, FieldMask<EndDevice>.Empty);
        return device.Ids?.DevEui;
    }
}
