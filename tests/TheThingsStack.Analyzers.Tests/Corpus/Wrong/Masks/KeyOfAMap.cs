class Site
{
    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse("name,attributes.{|TTS2001:site|}", out mask);
}
