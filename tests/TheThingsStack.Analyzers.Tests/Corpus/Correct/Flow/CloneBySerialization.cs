class Clone(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name, d.Attributes]);
        var copy = new EndDevice { Ids = device.Ids, Name = device.Name + " (copy)", Attributes = device.Attributes is { } a ? new(a) : null };
        await stack.EndDeviceRegistry.UpdateAsync(copy, d => [d.Name, d.Attributes]);
    }
}
