class Roofs(TheThingsStackClient stack)
{
    public async Task Run()
    {
        var found = await stack.EntityRegistrySearch.SearchGatewaysAsync(g => [g.Name], attributesContain: new() { ["floor"] = "2" });
        foreach (var gateway in found.Items!)
            Console.WriteLine($"{gateway.Name} {gateway.Attributes?.Count} {gateway.{|TTS2203:Description|}}");
    }
}
