class Factory
{
    public static TheThingsStackClient Create(string address, string? product)
    {
        var options = new TheThingsStackOptions { Address = address };
        if (product is not null)
            options.UserAgent = new(product, "1.0");
        else
            throw new ArgumentNullException(nameof(product));
        return new TheThingsStackClient(options);
    }
}
