record UserAgent(string Product, string Version)
{
    public static UserAgent Parse(string text) => text.Split('/') is [var product, var version] ? new(product, version) : new(text, "0.0.0");
}

class Statistics
{
    public IEnumerable<UserAgent> Bots() => [UserAgent.Parse("example"), new("test", "0.0.0"), UserAgent.Parse("my app")];
}
