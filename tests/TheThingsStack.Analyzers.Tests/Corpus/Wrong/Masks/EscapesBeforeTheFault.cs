class Escaped
{
    public static bool Read(out FieldMask<EndDevice>? mask) => FieldMask<EndDevice>.TryParse("n\u0061me,\x20{|TTS2001:nmae|}", out mask);
}
