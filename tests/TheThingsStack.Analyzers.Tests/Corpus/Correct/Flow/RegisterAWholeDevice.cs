class Registration(TheThingsStackClient stack)
{
    public async Task<string?> Run(string application, string id, Eui64 devEui, Eui64 joinEui, AesKey key)
    {
        var device = await stack.Devices.RegisterAsync(new EndDevice
        {
            Ids = new() { ApplicationIds = application, DeviceId = id, DevEui = devEui, JoinEui = joinEui },
            Name = id,
            LorawanVersion = MacVersion.V1_0_3,
            LorawanPhyVersion = PhyVersion.PhyV1_0_3RevA,
            FrequencyPlanId = "EU_863_870_TTN",
            SupportsJoin = true,
            RootKeys = new() { AppKey = new() { Key = key } },
            MacSettings = new() { Adr = new() { Dynamic = new() { Margin = 15 } } },
            Formatters = new() { UpFormatter = PayloadFormatter.Repository },
        });
        return device.Description;
    }
}
