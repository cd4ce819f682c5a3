class Twice
{
    public static bool Read(out FieldMask<Organization>? mask) => FieldMask<Organization>.TryParse("name, description, {|TTS2205:name|}", out mask);
}
