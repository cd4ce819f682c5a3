class Named(TheThingsStackClient stack)
{
    public Task<EndDevice> Read() =>
        stack.EndDeviceRegistry.GetAsync(fieldMask: d => [{|TTS2101:d.PowerState|}], deviceId: "dev1", applicationId: "app1");
}
