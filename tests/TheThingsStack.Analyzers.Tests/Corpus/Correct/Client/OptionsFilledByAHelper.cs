class Connector
{
    public static TheThingsStackClient Connect(string address)
    {
        var options = new TheThingsStackOptions { Address = address };
        Identify(options);
        return new(options);
    }

    private static void Identify(TheThingsStackOptions options) => options.UserAgent = new("acme-helper", "1.0");
}
