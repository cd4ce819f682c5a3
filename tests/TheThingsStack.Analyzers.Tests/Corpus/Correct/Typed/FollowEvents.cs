class Follow(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, CancellationToken cancellationToken)
    {
        await foreach (var e in stack.Events.StreamAsync(new() { Identifiers = [ids], Tail = 10 }, cancellationToken: cancellationToken))
            Console.WriteLine($"{e.Time} {e.Name} {e.Data}");
    }
}
