record Printer(string Name)
{
    public string Address { get; init; } = "http://printer.example.com";
    public Dictionary<string, string> Addresses { get; } = new() { ["status"] = "http://printer.example.com/status" };
}

class Office
{
    public Printer Create() => new("lobby") { Address = "http://lobby.example.com", Addresses = { ["queue"] = "http://lobby.example.com/queue" } };
}
