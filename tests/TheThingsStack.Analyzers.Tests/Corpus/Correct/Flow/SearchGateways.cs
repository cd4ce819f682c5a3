class Roofs(TheThingsStackClient stack)
{
    public async Task Run(string text)
    {
        var found = await stack.EntityRegistrySearch.SearchGatewaysAsync(g => [g.FrequencyPlanIds], nameContains: text, descriptionContains: "roof");
        foreach (var gateway in found.Items ?? [])
            Console.WriteLine($"{gateway.Ids?.GatewayId}: {gateway.Name}, {gateway.Description}, {string.Join(' ', gateway.FrequencyPlanIds ?? [])}");
    }
}
