class Names(TheThingsStackClient stack)
{
    public async Task Print(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [{|TTS2101:d.Name|}, d.FrequencyPlanId]);
        Console.WriteLine($"{device.Name} {device.FrequencyPlanId}");
    }
}
