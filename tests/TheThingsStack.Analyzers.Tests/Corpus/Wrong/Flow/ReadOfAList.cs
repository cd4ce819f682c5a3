class Report(TheThingsStackClient stack)
{
    public async Task<int> Placed(string application)
    {
        var count = 0;
        var page = await stack.EndDeviceRegistry.ListAsync(application, d => [d.Name]);
        foreach (var device in page.Items ?? [])
        {
            if (device.{|TTS2203:Locations|} is { Count: > 0 })
                count++;
        }

        return count;
    }
}
