class Text(TheThingsStackClient stack)
{
    public Task Run(EndDeviceIdentifiers ids) =>
        stack.EndDeviceRegistry.UpdateAsync(new EndDevice { Ids = ids, Name = "x", {|TTS2201:Description|} = "y" }, {|TTS2301:FieldMask<EndDevice>.Parse("name")|});
}
