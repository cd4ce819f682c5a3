class Clients
{
    public static TheThingsStackClient Open(string key)
    {
        var options = {|TTS1001:new TheThingsStackOptions|} { Address = "tenant1.thethings.example.com" };
        options.ApiKey = key;
        return new TheThingsStackClient(options);
    }
}
