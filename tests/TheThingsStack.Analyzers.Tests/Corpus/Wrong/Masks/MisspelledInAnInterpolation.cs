class Columns
{
    private const string Settings = "mac_settings";

    public static bool Read(out FieldMask<EndDevice>? mask) =>
        FieldMask<EndDevice>.TryParse($"{Settings}.rx1_delay,{Settings}.{|TTS2001:rx2_frequenzy|}", out mask);
}
