class Adr
{
    private const string Dynamic = "mac_settings.adr.{|TTS2001:dynamic|}";

    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse(Dynamic, out mask);
}
