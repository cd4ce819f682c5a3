interface IDevices
{
    Task<EndDevice> GetAsync(string application, string id, FieldMask<EndDevice> mask);
}

class Devices(TheThingsStackClient stack) : IDevices
{
    public Task<EndDevice> GetAsync(string application, string id, FieldMask<EndDevice> mask) => stack.EndDeviceRegistry.GetAsync(application, id, mask);
}

class Consumer(IDevices devices)
{
    public async Task<string?> Plan(string application) => (await devices.GetAsync(application, "dev1", [EndDevice.Paths.FrequencyPlanId])).FrequencyPlanId;
}
