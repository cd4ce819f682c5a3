class Agents
{
    private const string NoVersion = "0.0.0";
    public static readonly UserAgent A = new("acme-soil-monitor", {|TTS1003:"0.0.0"|});
    public static readonly UserAgent B = new("acme-soil-monitor", {|TTS1003:NoVersion|});
    public static readonly UserAgent C = new(product: "acme-soil-monitor", version: {|TTS1003:"0"|});
}
