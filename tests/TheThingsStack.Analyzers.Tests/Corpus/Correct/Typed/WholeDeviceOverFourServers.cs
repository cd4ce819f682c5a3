class Whole(TheThingsStackClient stack)
{
    public async Task Print(string application, string id)
    {
        var device = await stack.Devices.GetAsync(application, id, d => [d.Name, d.FrequencyPlanId, d.RootKeys, d.Formatters]);
        Console.WriteLine($"{device.Name} {device.FrequencyPlanId} {device.RootKeys?.AppKey?.Key} {device.Formatters?.UpFormatter}");
    }
}
