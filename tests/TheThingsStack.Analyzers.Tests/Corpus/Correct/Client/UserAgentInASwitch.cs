class Factory
{
    public static TheThingsStackClient Create(string address, int mode)
    {
        var options = new TheThingsStackOptions
        {
            Address = address,
            UserAgent = mode switch
            {
                0 => new("acme-reader", "1.0"),
                1 => new("acme-writer", "1.0"),
                _ => UserAgent.Parse("acme-other/1.0"),
            },
        };
        return new TheThingsStackClient(options);
    }
}
