class Retry(TheThingsStackClient stack)
{
    public async Task<EndDevice> Run(string application, string id)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Description]);
                device.Description = $"seen {attempt}";
                return await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description]);
            }
            catch (TheThingsStackException) when (attempt < 3)
            {
                await Task.Delay(1000);
            }
        }
    }
}
