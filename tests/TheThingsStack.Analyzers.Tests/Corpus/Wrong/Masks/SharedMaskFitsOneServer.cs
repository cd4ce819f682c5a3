class Shared(TheThingsStackClient stack)
{
    private static readonly FieldMask<EndDevice> Plan = [EndDevice.Paths.FrequencyPlanId, EndDevice.Paths.MacSettings.Rx1Delay];

    public async Task Print(string application, string id)
    {
        var network = await stack.NsEndDeviceRegistry.GetAsync(application, id, Plan);
        var identity = await stack.EndDeviceRegistry.GetAsync(application, id, {|TTS2101:Plan|});
        Console.WriteLine($"{network.FrequencyPlanId} {identity.Ids}");
    }
}
