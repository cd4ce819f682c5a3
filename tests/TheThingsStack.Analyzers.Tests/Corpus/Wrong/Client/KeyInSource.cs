class Clients
{
    public static TheThingsStackOptions Options() => new()
    {
        Address = "eu1.cloud.thethings.network",
        ApiKey = "{|TTS1006:NNSXS.VEEBURF3KR77ZR3PTDT6JMDYPPZB4FMG3IHWA5Q.QKQ2W3RJ6OTX7TJ3LYBVVGQ2R5WNQJ3G5N2M7T4Q5X6ZCBDHFKAA|}",
        UserAgent = new("acme-soil-monitor", "1.4.0"),
    };
}
