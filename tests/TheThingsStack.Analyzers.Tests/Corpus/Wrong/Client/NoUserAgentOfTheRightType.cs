class Clients
{
    public static TheThingsStackClient Open(string key) => new({|TTS1001:new()|} { Address = "eu1.cloud.thethings.network", ApiKey = key });
}
