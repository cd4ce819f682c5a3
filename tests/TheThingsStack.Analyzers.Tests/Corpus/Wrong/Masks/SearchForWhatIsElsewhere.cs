class Search(TheThingsStackClient stack)
{
    public async Task Print(string application)
    {
        var found = await stack.EndDeviceRegistrySearch.SearchEndDevicesAsync(application, d => [d.Name, {|TTS2101:d.MacSettings.UseAdr|}], query: "pump");
        Console.WriteLine(found.Items?.Count);
    }
}
