class Agents(string product, string version)
{
    public UserAgent Whole => new(product, version);
    public UserAgent Named => new("acme", version);
    public UserAgent Versioned => new(product, "1.0");
    public UserAgent Read => UserAgent.Parse($"{product}/{version}");
    public UserAgent Joined => UserAgent.Parse(product + "/1.0");
}
