class Local(TheThingsStackClient stack)
{
    public Task<EndDevice> Read(string application, string id)
    {
        FieldMask<EndDevice> mask = [EndDevice.Paths.Formatters, {|TTS2101:EndDevice.Paths.FrequencyPlanId|}];
        return stack.AsEndDeviceRegistry.GetAsync(application, id, mask);
    }
}
