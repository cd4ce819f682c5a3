class Prefix
{
    public static bool Read(out FieldMask<Gateway>? mask) => FieldMask<Gateway>.TryParse("{|TTS2001:gateway|}.name", out mask);
}
