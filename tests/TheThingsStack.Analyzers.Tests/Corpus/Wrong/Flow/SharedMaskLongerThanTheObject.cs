class Names(TheThingsStackClient stack)
{
    private static readonly FieldMask<EndDevice> Editable = [EndDevice.Paths.Name, EndDevice.Paths.Description];

    public Task Rename(EndDeviceIdentifiers ids, string name) => stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = name }, {|TTS2202:Editable|});

    public Task Both(EndDeviceIdentifiers ids, string name) => stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = name, Description = "" }, Editable);
}
