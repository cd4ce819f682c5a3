class Overview(TheThingsStackClient stack)
{
    public async Task Print()
    {
        var page = await stack.ApplicationRegistry.ListAsync(a => [a.Name, a.Description], limit: 50);
        foreach (var application in page.Items ?? [])
        {
            var (name, description) = (application.Name, application.Description);
            Console.WriteLine($"{application.Ids?.ApplicationId}: {name} {description}");
        }
    }
}
