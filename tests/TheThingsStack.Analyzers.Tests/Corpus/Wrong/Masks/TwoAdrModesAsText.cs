class Modes
{
    public static bool Read(out FieldMask<EndDevice>? mask) =>
        FieldMask<EndDevice>.TryParse("mac_settings.adr.mode.disabled,name,{|TTS2204:mac_settings.adr.mode.static|}", out mask);
}
