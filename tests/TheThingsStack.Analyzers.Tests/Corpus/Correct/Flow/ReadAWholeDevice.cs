class Show(TheThingsStackClient stack)
{
    public async Task Run(string application, string id)
    {
        var device = await stack.Devices.GetAsync(application, id, d => [d.Name, d.Session.DevAddr, d.MacState.CurrentParameters.AdrDataRateIndex, d.Formatters]);
        Console.WriteLine(device.Name);
        Console.WriteLine(device.NetworkServerAddress ?? device.ApplicationServerAddress ?? device.JoinServerAddress);
        Console.WriteLine(device.Session?.DevAddr);
        Console.WriteLine(device.MacState?.CurrentParameters?.AdrDataRateIndex);
        Console.WriteLine(device.Formatters is { UpFormatter: var up, DownFormatter: var down } ? $"{up} {down}" : "none");
    }
}
