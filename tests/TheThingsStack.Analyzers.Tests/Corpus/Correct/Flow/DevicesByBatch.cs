class Batch(TheThingsStackClient stack)
{
    public async Task Run(string application, List<string> ids)
    {
        var answer = await stack.EndDeviceBatchRegistry.GetAsync(application, d => [d.Name, d.LastSeenAt], deviceIds: ids);
        for (var i = 0; i < (answer.Items?.Count ?? 0); i++)
            Console.WriteLine($"{answer.Items![i].Name} {answer.Items[i].LastSeenAt}");
    }
}
