class Connector(string address, string key)
{
    public TheThingsStackClient Connect(bool isNight)
    {
        var options = new TheThingsStackOptions { Address = address, ApiKey = key };
        if (isNight)
            options.Timeout = TimeSpan.FromMinutes(5);
        options.UserAgent = new("acme-night-shift", "2.0.1");
        return new(options);
    }
}
