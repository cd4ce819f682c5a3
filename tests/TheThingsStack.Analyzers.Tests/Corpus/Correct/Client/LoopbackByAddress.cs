class Clients
{
    public static IEnumerable<TheThingsStackOptions> Local(string key)
    {
        yield return new() { Address = "http://127.0.0.1:1885", ApiKey = key, UserAgent = new("acme-tests", "1.0") };
        yield return new() { Address = "http://[::1]:1885", ApiKey = key, UserAgent = new("acme-tests", "1.0") };
        yield return new() { Address = "http://stack.localhost:1885", ApiKey = key, UserAgent = new("acme-tests", "1.0") };
        yield return new() { Address = "https://stack.acme.com", ApiKey = key, UserAgent = new("acme-tests", "1.0") };
    }
}
