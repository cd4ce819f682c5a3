class Map(TheThingsStackClient stack)
{
    public async Task<List<Location>> Locations()
    {
        var all = new List<Location>();
        await foreach (var gateway in stack.GatewayRegistry.ListAllAsync(g => [g.Antennas, g.LocationPublic]))
        {
            if (gateway.LocationPublic == true && gateway.Antennas is [{ Location: { } location }, ..])
                all.Add(location);
        }

        return all;
    }
}
