class Keys(TheThingsStackClient stack)
{
    public Task Run(string gateway, string id) =>
        stack.GatewayAccess.UpdateApiKeyAsync(gateway, new ApiKey { Id = id, Name = "cups" }, k => [k.Name, {|TTS2206:k.Rights|}]);
}
