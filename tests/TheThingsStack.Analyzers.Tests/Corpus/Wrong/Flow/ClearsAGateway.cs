class Gateways(TheThingsStackClient stack)
{
    public async Task Run(string id, string name)
    {
        var gateway = new Gateway { Ids = new() { GatewayId = id } };
        gateway.Name = name;
        await stack.GatewayRegistry.UpdateAsync(gateway, g => [g.Name, {|TTS2202:g.Antennas|}]);
    }
}
