class Several
{
    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse(
        "{|TTS2001:Name|},mac_settings,{|TTS2205:mac_settings.rx1_delay|},attributes.{|TTS2001:x|},mac_settings.adr.{|TTS2001:static|}", out mask);
}
