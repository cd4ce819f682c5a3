class Mixed(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id) =>
        stack.AsEndDeviceRegistry.GetAsync(application, id, {|TTS2301:FieldMask<EndDevice>.Parse("formatters,{|TTS2101:root_keys|}")|});
}
