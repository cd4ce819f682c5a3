class Factory(UserAgent? agent)
{
    public TheThingsStackClient Create(string address) => new(new TheThingsStackOptions { Address = address, UserAgent = agent ?? new("acme-fallback", "0.9.1") });
}
