class Describe(TheThingsStackClient stack)
{
    public async Task<string> Run(string application, string id)
    {
        var device = await stack.NsEndDeviceRegistry.GetAsync(application, id, d => [d.SupportsClassB, d.SupportsClassC, d.MacSettings.Adr.Mode]);
        var kind = device switch
        {
            { SupportsClassC: true } => "C",
            { SupportsClassB: true } => "B",
            _ => "A",
        };
        var rate = device.MacSettings?.Adr?.ModeCase switch
        {
            AdrSettings.ModeOneofCase.Static => $"fixed at {device.MacSettings.Adr.Static?.DataRateIndex}",
            AdrSettings.ModeOneofCase.Dynamic => $"adapted with {device.MacSettings.Adr.Dynamic?.Margin} dB",
            _ => "its own",
        };
        return $"class {kind}, rate {rate}";
    }
}
