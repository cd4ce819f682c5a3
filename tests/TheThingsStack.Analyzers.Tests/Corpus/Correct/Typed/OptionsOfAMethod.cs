class Clients
{
    public static TheThingsStackClient Open(string address, string key)
    {
        var options = new TheThingsStackOptions { Address = address, ApiKey = key };
        options.UserAgent = new UserAgent("acme-importer", typeof(Clients).Assembly.GetName().Version?.ToString(3) ?? "1.0.0");
        return new TheThingsStackClient(options);
    }
}
