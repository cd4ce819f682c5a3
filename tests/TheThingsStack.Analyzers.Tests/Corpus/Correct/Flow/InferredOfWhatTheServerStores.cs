class Inferred(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, AesKey key)
    {
        await stack.NsEndDeviceRegistry.SetAsync(new() { Ids = ids, FrequencyPlanId = "EU_863_870", SupportsJoin = true });
        await stack.JsEndDeviceRegistry.SetAsync(new() { Ids = ids, RootKeys = new() { AppKey = new() { Key = key } } });
        await stack.AsEndDeviceRegistry.SetAsync(new() { Ids = ids, SkipPayloadCrypto = true });
    }
}
