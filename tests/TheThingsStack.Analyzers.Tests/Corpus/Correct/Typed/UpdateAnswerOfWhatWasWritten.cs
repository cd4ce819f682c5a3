class Answer(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids)
    {
        var updated = await stack.EndDeviceRegistry.UpdateAsync(new() { Ids = ids, Name = "x" }, d => [d.Name]);
        Console.WriteLine($"{updated.Name} {updated.UpdatedAt}");
    }
}
