class Columns
{
    private const string Common = "name,description";

    public static bool Read(out FieldMask<Application>? mask) => FieldMask<Application>.TryParse(Common + ",{|TTS2001:atributes|}", out mask);
}
