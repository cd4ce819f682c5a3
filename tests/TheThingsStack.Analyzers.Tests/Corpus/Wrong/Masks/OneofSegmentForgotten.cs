class Adr
{
    private const string Dynamic = "mac_settings.adr.dynamic";

    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse({|TTS2001:Dynamic|}, out mask);
}
