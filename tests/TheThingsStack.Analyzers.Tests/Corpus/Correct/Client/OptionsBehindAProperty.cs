class Fleet
{
    public TheThingsStackOptions Options { get; } = new() { Address = "stack.example.com" };

    public TheThingsStackClient Connect()
    {
        Options.UserAgent = new("acme-fleet", "5.0");
        return new TheThingsStackClient(Options);
    }
}
