class Settings(TheThingsStackClient stack)
{
    public async Task<bool> UsesLongWindow(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.MacSettings]);
        return device.MacSettings?.Rx1Delay is not null && device.MacSettings.Supports32BitFCnt == true;
    }
}
