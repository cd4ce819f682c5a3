class Tenants
{
    private readonly Dictionary<string, TheThingsStackOptions> _options = new()
    {
        ["a"] = new() { Address = "a.thethings.example.com" },
        ["b"] = new() { Address = "b.thethings.example.com" },
    };

    public TheThingsStackClient Connect(string tenant)
    {
        var options = _options[tenant];
        options.UserAgent ??= new("acme-tenants", "1.1");
        return new(options);
    }
}
