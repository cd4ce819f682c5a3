class Mixed
{
    public static bool Read(out FieldMask<Gateway>? mask) => FieldMask<Gateway>.TryParse("name,{|TTS2001:mac_settings|}.rx1_delay", out mask);
}
