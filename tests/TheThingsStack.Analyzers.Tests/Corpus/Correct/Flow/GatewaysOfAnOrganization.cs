class Gateways(TheThingsStackClient stack)
{
    public async Task Report(string organization)
    {
        await foreach (var gateway in stack.GatewayRegistry.ListAllAsync(g => [g.Name, g.Antennas, g.StatusPublic], organizationId: organization))
        {
            var where = gateway.Antennas?.FirstOrDefault()?.Location;
            Console.WriteLine($"{gateway.Name}: {where?.Latitude} {where?.Longitude} {(gateway.StatusPublic == true ? "public" : "private")} {gateway.DeletedAt}");
        }
    }

    public Task Publish(string id) =>
        stack.GatewayRegistry.UpdateAsync(new Gateway { Ids = new() { GatewayId = id }, StatusPublic = true, LocationPublic = false }, g => [g.StatusPublic, g.LocationPublic]);
}
