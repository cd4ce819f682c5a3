class Verbatim
{
    public static bool Read(out FieldMask<User>? mask) => FieldMask<User>.TryParse(@"name,{|TTS2001:primary_email|}", out mask);
}
