class Connector(TheThingsStackOptions? given)
{
    public TheThingsStackClient Connect()
    {
        var options = given ?? new TheThingsStackOptions();
        options.UserAgent ??= new("acme-default", "1.2");
        return new(options);
    }
}
