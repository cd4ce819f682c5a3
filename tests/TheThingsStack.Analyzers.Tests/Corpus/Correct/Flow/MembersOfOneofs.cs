class Rates(TheThingsStackClient stack)
{
    public Task Fix(EndDeviceIdentifiers ids, bool adapts, uint margin)
    {
        var adr = new AdrSettings();
        if (adapts)
            adr.Dynamic = new() { Margin = margin };
        else
            adr.Static = new() { NbTrans = 1 };
        return stack.NsEndDeviceRegistry.SetAsync(new EndDevice { Ids = ids, MacSettings = new() { Adr = adr } }, d => [d.MacSettings.Adr.Mode]);
    }

    public AdrSettings Either(AdrSettingsStaticMode? rate, AdrSettingsDynamicMode? range) => new() { Static = rate, Dynamic = rate is null ? range : null };

    public OrganizationOrUserIdentifiers Owner(string id, bool isUser) => isUser ? new() { UserIds = new() { UserId = id } } : new() { OrganizationIds = new() { OrganizationId = id } };
}
