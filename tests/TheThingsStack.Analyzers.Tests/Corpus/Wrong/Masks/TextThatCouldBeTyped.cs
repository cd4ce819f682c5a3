class Reader(TheThingsStackClient stack)
{
    public async Task<string?> Name(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, {|TTS2301:FieldMask<EndDevice>.Parse("name,description")|});
        return device.Name;
    }
}
