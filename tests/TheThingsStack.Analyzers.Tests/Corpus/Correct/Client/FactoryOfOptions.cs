class Clients
{
    public static TheThingsStackClient Open(Func<TheThingsStackOptions> make) => new(make());

    public static TheThingsStackOptions Completed(TheThingsStackOptions options)
    {
        options.UserAgent ??= new("acme-importer", "3.1");
        return options;
    }
}
