class Gateways(TheThingsStackClient stack)
{
    private static readonly FieldMask<Gateway> Public = [Gateway.Paths.StatusPublic];

    public async Task Publish(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            var gateway = new Gateway { Ids = new() { GatewayId = id }, StatusPublic = true };
            gateway.{|TTS2201:LocationPublic|} = true;
            await stack.GatewayRegistry.UpdateAsync(gateway, Public);
        }
    }
}
