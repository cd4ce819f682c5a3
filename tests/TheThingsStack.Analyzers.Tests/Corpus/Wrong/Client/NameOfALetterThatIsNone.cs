class Agents
{
    public static readonly UserAgent Umlaut = new({|TTS1005:"wärmepumpe"|}, "1.0");
    public static readonly UserAgent Slash = new({|TTS1005:"acme/monitor"|}, "1.0");
    public static readonly UserAgent Empty = new({|TTS1005:""|}, "1.0");
    public static readonly UserAgent Bracket = new("acme", {|TTS1005:"1.0 [beta]"|});
}
