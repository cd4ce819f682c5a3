class Tag(TheThingsStackClient stack)
{
    public async Task Run(string id, string site)
    {
        var gateway = await stack.GatewayRegistry.GetAsync(id, g => [g.Attributes]);
        var attributes = gateway.Attributes ?? [];
        attributes["site"] = site;
        await stack.GatewayRegistry.UpdateAsync(new() { Ids = gateway.Ids, Attributes = attributes });
    }
}
