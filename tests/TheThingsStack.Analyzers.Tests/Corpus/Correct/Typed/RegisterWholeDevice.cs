class Register(TheThingsStackClient stack)
{
    public Task<EndDevice> Run(string application, Eui64 devEui, Eui64 joinEui, AesKey key) => stack.Devices.RegisterAsync(new EndDevice
    {
        Ids = new() { DeviceId = "eui-" + devEui.ToString().ToLowerInvariant(), ApplicationIds = new() { ApplicationId = application }, DevEui = devEui, JoinEui = joinEui },
        Name = "soil sensor",
        FrequencyPlanId = "EU_863_870",
        LorawanVersion = MacVersion.V1_0_3,
        LorawanPhyVersion = PhyVersion.PhyV1_0_3RevA,
        SupportsJoin = true,
        RootKeys = new() { AppKey = new() { Key = key } },
    });
}
