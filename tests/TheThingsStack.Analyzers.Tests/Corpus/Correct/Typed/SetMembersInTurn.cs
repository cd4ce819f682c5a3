class Adr(TheThingsStackClient stack)
{
    public async Task Switch(EndDeviceIdentifiers ids, bool fixedRate)
    {
        var adr = new AdrSettings();
        if (fixedRate)
            adr.Static = new() { TxPowerIndex = 1 };
        else
            adr.Dynamic = new();
        await stack.NsEndDeviceRegistry.SetAsync(new() { Ids = ids, MacSettings = new() { Adr = adr } }, d => [d.MacSettings.Adr]);
    }
}
