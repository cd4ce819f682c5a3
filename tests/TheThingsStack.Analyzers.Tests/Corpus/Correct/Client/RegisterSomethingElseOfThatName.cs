class Fleet
{
    private readonly List<string> _stacks = [];

    public Fleet AddTheThingsStack(Action<FleetOptions> configure)
    {
        var options = new FleetOptions();
        configure(options);
        _stacks.Add(options.Address ?? "");
        return this;
    }

    public static Fleet Default => new Fleet().AddTheThingsStack(o => o.Address = "stack.example.com");
}

class FleetOptions
{
    public string? Address { get; set; }
}
