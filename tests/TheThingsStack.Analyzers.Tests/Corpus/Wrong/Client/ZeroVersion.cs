class Clients
{
    public static TheThingsStackOptions Options(string key) => new()
    {
        Address = "eu1.cloud.thethings.network",
        ApiKey = key,
        UserAgent = new("acme-soil-monitor", {|TTS1003:"0.0.0"|}),
    };
}
