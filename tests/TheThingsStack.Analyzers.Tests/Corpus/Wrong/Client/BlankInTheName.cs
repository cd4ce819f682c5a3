class Clients
{
    public static TheThingsStackOptions Options(string key) => new()
    {
        Address = "eu1.cloud.thethings.network",
        ApiKey = key,
        UserAgent = new({|TTS1005:"Acme Soil Monitor"|}, "1.4.0"),
    };
}
