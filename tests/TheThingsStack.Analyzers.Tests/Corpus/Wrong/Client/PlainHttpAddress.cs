class Clients
{
    public static TheThingsStackOptions Options(string key) => new()
    {
        Address = "{|TTS1007:http://|}stack.acme.com",
        ApiKey = key,
        UserAgent = new("acme-soil-monitor", "1.4.0"),
    };
}
