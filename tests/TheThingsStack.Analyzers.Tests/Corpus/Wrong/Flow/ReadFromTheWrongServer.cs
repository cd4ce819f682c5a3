class Plans(TheThingsStackClient stack)
{
    public async Task<string?> Run(string application, string id)
    {
        var device = await stack.EndDeviceRegistry.GetAsync(application, id, d => [d.Name]);
        return device.{|TTS2203:FrequencyPlanId|};
    }
}
