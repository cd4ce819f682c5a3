static class OptionsExtensions
{
    public static TheThingsStackOptions WithAgent(this TheThingsStackOptions options, string product)
    {
        options.UserAgent = new(product, "1.0");
        return options;
    }
}

class Connector
{
    public TheThingsStackClient Connect() => new(new TheThingsStackOptions { Address = "stack.example.com" }.WithAgent("acme-extension"));
}
